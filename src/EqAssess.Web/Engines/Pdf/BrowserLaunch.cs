using System.Diagnostics;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>
/// Starts the browser so that it ends with the server, however that ends. A server that is killed cannot clear up; but the pipe to its child
/// closes, and where there is a shell, a watcher beside the browser sees that, ends the browser and removes the profile. The browser
/// itself takes the shell's place (<c>exec</c>), so its process id is the one that we know.
/// </summary>
public static class BrowserLaunch
{
    private const string Shell = "/bin/sh";

    /// <summary>
    /// The first argument is the profile folder, the second the program. The watcher asks whether the process is still that browser before
    /// it kills: an id may have been given away since.
    /// </summary>
    private const string Script = """
        profile=$1; shift
        exec 3<&0
        ( while read -r _ <&3; do :; done
          if { cat /proc/$$/cmdline 2>/dev/null || ps -o command= -p $$; } | grep -qaF -e "$profile"; then
            kill -KILL $$; sleep 1
            case "$profile" in */eqassess-pdf-*) rm -rf "$profile" ;; esac
          fi ) >/dev/null 2>&1 &
        exec "$@" </dev/null 3<&-
        """;

    public static ProcessStartInfo Of(string program, string profileFolder, IEnumerable<string> flags)
    {
        bool watched = File.Exists(Shell);
        ProcessStartInfo start = watched
            ? new(Shell, ["-c", Script, "eqassess-pdf", profileFolder, program, .. flags])
            : new(program, flags);
        start.UseShellExecute = false;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = watched;
        return start;
    }
}
