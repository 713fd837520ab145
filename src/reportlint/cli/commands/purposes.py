"""What each setting is for, in Chinese; the English is the documentation of its field."""

from __future__ import annotations

PURPOSES = {
    "select": "只报这些规则（编号、前缀或名称）；空为全部",
    "ignore": "不报这些规则",
    "profile": "报告类型；不写则由每份报告自己判断",
    "profile_folders": "存放自己的报告类型文件的文件夹",
    "fail_on": "达到该级别时退出码为 1",
    "jobs": "同时检查的文件数；0 为每核一个",
    "lang": "信息的语言",
    "output": "输出格式",
    "limits.max_bytes": "文件最大字节数",
    "limits.max_pages": "PDF 最多读取的页数",
    "limits.max_characters": "最多读取的字数",
    "limits.max_expanded_bytes": "压缩类文件（docx、zip）解开后的最大字节数",
    "limits.max_part_bytes": "压缩类文件中单个成员解开后的最大字节数",
    "limits.max_ratio": "最大压缩比",
    "limits.max_members": "压缩类文件最多的成员数",
    "limits.xml_depth": "XML 最深的嵌套层数",
    "limits.max_table_cells": "一张表最多的单元格数",
    "limits.seconds": "读取一个文件的最长时间（秒）",
    "limits.ocr_seconds": "识别一个文件中扫描页的最长时间（秒），0 表示不识别",
    "limits.max_image_pixels": "扫描页上一张图片的最大像素数",
    "limits.file_seconds": "检查多个文件时，每个文件的最长时间（秒）",
    "limits.memory_bytes": "检查多个文件时，每个进程的最大内存（字节）",
    "thresholds.good_deviation": "预决算差异率超过此值（%），与“较好”“较小”等评语不符",
    "thresholds.good_execution": "预算执行率低于此值（%），与“良好”“较好”等评语不符",
    "thresholds.full_execution": "比率低于此值（%），与“全部完成”“全面完成”不符",
    "thresholds.low_execution": "预算执行率低于此值（%）应说明原因（报告类型另有规定的从其规定）",
    "thresholds.good_carry_over": "结转结余率超过此值（%），与“较低”“控制较好”不符",
    "thresholds.good_satisfaction": "满意度低于此值（%），与“满意度较高”不符",
    "lexicon.aliases": "指标的其他名称：通用名称 = [自己的叫法]",
    "lexicon.units": "其他货币单位：名称 = 合多少元",
    "lexicon.typos": "其他错别字：错 = 对",
}
"""By dotted key."""
