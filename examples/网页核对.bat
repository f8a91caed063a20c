@echo off
rem Opens the page on which reports are handed in; closing this window ends it.
cd /d "%~dp0.."
.venv\Scripts\python.exe -m performance_rules serve --open
pause
