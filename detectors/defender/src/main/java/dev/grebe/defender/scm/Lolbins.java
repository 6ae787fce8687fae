package dev.grebe.defender.scm;

/**
 * Programs that come with Windows or common products and run what they are told (living off the land binaries), as the
 * original lists them: 104 names. {@code powershell.exe} is not among them.
 */
final class Lolbins {
    /** A YAML list, because it is a setting's default. */
    static final String YAML = """
            [
            At.exe, Atbroker.exe, Bash.exe, Bitsadmin.exe, CertReq.exe, Certutil.exe, Cmd.exe, Cmdkey.exe,
            Cmstp.exe, Control.exe, Csc.exe, Cscript.exe, Desktopimgdownldr.exe, Dfsvc.exe, Diantz.exe,
            Diskshadow.exe, Dnscmd.exe, Esentutl.exe, Eventvwr.exe, Expand.exe, Extexport.exe,
            Extrac32.exe, Findstr.exe, Forfiles.exe, Ftp.exe, GfxDownloadWrapper.exe, Gpscript.exe, Hh.exe,
            Ie4uinit.exe, Ieexec.exe, Ilasm.exe, Infdefaultinstall.exe, Installutil.exe, Jsc.exe,
            Makecab.exe, Mavinject.exe, Microsoft.Workflow.Compiler.exe, Mmc.exe, MpCmdRun.exe,
            Msbuild.exe, Msconfig.exe, Msdt.exe, Mshta.exe, Msiexec.exe, Netsh.exe, Odbcconf.exe,
            Pcalua.exe, Pcwrun.exe, Pktmon.exe, Presentationhost.exe, Print.exe, Psr.exe, Rasautou.exe,
            Reg.exe, Regasm.exe, Regedit.exe, Regini.exe, Register-cimprovider.exe, Regsvcs.exe,
            Regsvr32.exe, Replace.exe, Rpcping.exe, Rundll32.exe, Runonce.exe, Runscripthelper.exe, Sc.exe,
            Schtasks.exe, Scriptrunner.exe, SyncAppvPublishingServer.exe, Ttdinject.exe, Tttracer.exe,
            vbc.exe, Verclsid.exe, Wab.exe, Wmic.exe, Wscript.exe, Wsreset.exe, Xwizard.exe,
            AgentExecutor.exe, Appvlp.exe, Bginfo.exe, Cdb.exe, csi.exe, Devtoolslauncher.exe, dnx.exe,
            Dotnet.exe, Dxcap.exe, Excel.exe, Mftrace.exe, Msdeploy.exe, msxsl.exe, ntdsutil.exe,
            Powerpnt.exe, rcsi.exe, Sqldumper.exe, Sqlps.exe, SQLToolsPS.exe, Squirrel.exe, te.exe,
            Tracker.exe, Update.exe, vsjitdebugger.exe, Winword.exe, Wsl.exe
            ]""";

    private Lolbins() {}
}
