@echo off
rem Drag reports or folders onto this file: their flags open in the browser.
setlocal
chcp 65001 >nul
if "%~1"=="" (
  echo 请把报告或文件夹拖到本文件上。
  pause
  exit /b 2
)
set "LIST=%TEMP%\reportlint-%RANDOM%.html"
"%LOCALAPPDATA%\reportlint\Scripts\reportlint.exe" check %* --fail-on never --output "html=%LIST%"
if errorlevel 2 pause
if exist "%LIST%" start "" "%LIST%"
