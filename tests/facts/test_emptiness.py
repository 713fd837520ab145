"""Whether a problems field says anything: the forms in the wild, and real problems."""

from __future__ import annotations

import pytest

from reportlint.facts.emptiness import Emptiness, judge

NONE = """无
暂无
无。
无；
“无”
（无）
1.无
（1）无；（2）无。
略
没有
不存在
0
基本无
暂 无
N/A
未发现问题
没有发现问题
无明显问题
无存在问题
不存在问题。
经自评，本项目不存在问题。
本年度无存在的问题。
无问题及原因分析
暂未发现明显问题。
目前没有发现什么问题
暂无需要说明的问题
无重大偏差
目标完成良好，无偏差。
项目运转正常，暂无问题。
各项工作有序推进，资金使用规范，未发现违规违纪问题。
虽未偏离绩效目标。
我局工作虽未偏离绩效目标。
未偏离绩效目标
绩效目标全部完成，不存在偏离绩效目标的情况。
存在问题：无；原因分析：无
无。下一步将继续加强管理，完善制度。
该项目执行情况良好，资金使用合规，无截留、挤占、挪用资金等现象。
2024年度预算执行正常，暂无。
问题不明显""".splitlines()

SYMBOL = ["/", "—", "——", "*", "─", "-", "／", "……"]
DEFERRED = ["同上", "同上。", "详见附件", "详见附件3。", "见上文"]
DISCLOSURE = [
    "发现问题0个",
    "绩效自评中共发现问题0个，已经完成整改的0个，正在整改的0个。",
]

SAID = """预算执行率偏低，仅为68.07%，主要原因是项目启动晚。
一是绩效目标设置不够细化；二是预算编制不精准。
无专人负责绩效工作
绩效指标没有量化
资金使用不规范但未发现重大问题
未发现资金挪用问题，但执行进度偏慢
年末结转资金12万元，主要是工程款未到付款节点
部分项目未完成
培训场次由12场减为7场，无其他问题。
绩效意识需要加强
项目验收晚于计划两个月。
绩效台账没有
专职人员没有
无明显成效
个别单位无绩效监控记录，也没有整改台账
系统之间数据不通，重复录入
三家养老机构床位空置过半
问卷回收率只有四成
前期论证用了五个月，招标又流标一次，年底才签合同。
合同约定工期与实际脱节。
指标值定得太松，去年就已经达到。
无法按时完成验收
没有问题台账
没有建立绩效问题反馈机制
未发现问题的原因是监控不到位
存在的问题主要是人员配备少
项目资金无法及时支付，无问题线索移交
新增的两辆救护车全年出车不到三十次
问题整改不彻底
未对供应商履约情况开展考核
采购需求编制依赖供应商
0.5万元未支付
无纸化办公推进慢
雨季延长，施工停了四十天
各项指标完成良好，但满意度调查样本只有20份
支付进度前低后高，四季度支付占六成
个别指标超额完成幅度大，达到210%，说明目标设定保守
有的街道把培训签到表当作成效材料
资产卡片与实物对不上
无资产管理台账
发现问题3个，已整改2个
群众知晓率只有41%
大棚闲置，租金收不回来
村民投工投劳积极性不高
机构改革后职责交叉，两个科室都在发补贴
数据靠手工汇总，口径前后不一
会议多、培训少，基层反映学不到东西
补贴对象动态管理跟不上，死亡后仍发放2个月
项目库储备薄弱
绩效自评流于形式，打分普遍偏高
专家评审只走程序
资金下达晚，十一月才到县
材料价格上涨，超出概算
社会资本退出，二期搁置
设备选型偏高端，耗材贵
管护责任没人认领
宣传册印了没发完
监测点位太少，代表性差
移民群众返贫风险较高
报账周期长，施工方垫资""".splitlines()


@pytest.mark.parametrize("text", NONE)
def test_saying_there_is_none(text: str) -> None:
    assert judge(text).state is Emptiness.NONE


@pytest.mark.parametrize("text", SYMBOL)
def test_a_symbol_says_nothing(text: str) -> None:
    assert judge(text).state is Emptiness.SYMBOL
    assert judge(text).state.empty


@pytest.mark.parametrize("text", DEFERRED)
def test_pointing_elsewhere(text: str) -> None:
    assert judge(text).state is Emptiness.DEFERRED


@pytest.mark.parametrize("text", DISCLOSURE)
def test_the_disclosure_sentence_is_told_apart(text: str) -> None:
    assert judge(text).state is Emptiness.DISCLOSURE


@pytest.mark.parametrize("text", SAID)
def test_a_real_problem_in_whatever_words(text: str) -> None:
    assert judge(text).state is Emptiness.SAID


def test_there_are_at_least_sixty_real_problems() -> None:
    assert len(set(SAID)) >= 60


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("项目运转正常，暂无问题。", "暂无问题"),
        ("1.“无”。", "无"),
        ("  — ", "—"),
        ("绩效目标完成。（二）未偏离绩效目标；", "未偏离绩效目标"),
    ],
)
def test_the_words_that_say_so(text: str, words: str) -> None:
    judged = judge(text)
    assert text[judged.start : judged.end] == words


def test_blank_is_blank() -> None:
    assert judge(" \n\u3000").state is Emptiness.BLANK
