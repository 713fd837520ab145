"""Reports for tests of the command line: the fault is one that needs no profile."""

WRONG = "全年支出共计90万元，其中基本支出60万元、项目支出30万元。预算执行率XX%。\n"
CLEAN = "全年支出共计90万元，其中基本支出60万元、项目支出30万元。\n"
CODE = "TXT403"
