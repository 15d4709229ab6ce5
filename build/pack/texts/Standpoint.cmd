@echo off
rem Starts Standpoint {version} from this folder. Nothing is installed.
setlocal
title Standpoint
chcp 65001 >nul 2>nul
pushd "%~dp0"
if not exist "program\node.exe" (
  echo The folder "program" is missing here.
  echo Right-click the zip file, choose "Extract All", and start Standpoint in the folder that it makes.
  pause
  exit /b 1
)
"program\node.exe" --max-semi-space-size=8 "program\server\packed\start.ts" %*
set code=%errorlevel%
popd
if not "%code%"=="0" pause
exit /b %code%
