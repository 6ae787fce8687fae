@echo off
rem Starts Grebe on Windows. In a release, lib\ lies beside this script; in a source tree it is built on
rem first use only: delete app\cli\target\dist to build again.
setlocal
set "ROOT=%~dp0"
set "GREBE_HOME=%ROOT:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version >nul 2>nul
if errorlevel 1 (
    echo grebe: no Java 17 or newer found: install a JDK, or set JAVA_HOME to one. 1>&2
    exit /b 70
)
if not exist "%ROOT%lib" (
    set "GREBE_HOME=%ROOT%app\cli\target\dist"
    if not exist "%ROOT%app\cli\target\dist\lib" (
        echo grebe: building ^(first use^) ... 1>&2
        call "%ROOT%mvnw.cmd" -f "%ROOT%pom.xml" --batch-mode -ntp -q -Dmaven.test.skip=true -pl app/cli -am package 1>&2
        if errorlevel 1 exit /b 70
    )
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Duser.timezone=UTC -Duser.language= -Duser.country= -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %GREBE_JAVA_OPTS% "-Dgrebe.home=%GREBE_HOME%" -cp "%GREBE_HOME%\lib\*" dev.grebe.cli.Main %*
exit /b %errorlevel%
