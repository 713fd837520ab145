@echo off
rem Installs reportlint from the wheels beside this file, without any network.
setlocal
chcp 65001 >nul
set "TARGET=%LOCALAPPDATA%\reportlint"
set "PYTHON=python"
where py >nul 2>nul && set "PYTHON=py -3"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto no_python
%PYTHON% -m venv "%TARGET%" || goto failed
"%TARGET%\Scripts\python.exe" -m pip install --disable-pip-version-check --quiet --upgrade --no-index --find-links "%~dp0wheels" reportlint || goto failed
"%TARGET%\Scripts\python.exe" -m compileall -q "%TARGET%\Lib" >nul 2>nul
copy /y "%~dp0reportlint-check.cmd" "%USERPROFILE%\Desktop\" >nul
"%TARGET%\Scripts\reportlint.exe" --version
echo 安装完成。把报告拖到桌面上的 reportlint-check.cmd 即可检查。
pause
exit /b 0

:no_python
echo 需要 Python 3.11 以上 / Python 3.11 or newer is needed
pause
exit /b 2

:failed
echo 安装没有成功，请把上面的信息发给管理员。
pause
exit /b 2
