using System.CommandLine;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank export-qti BANK OUT.zip</c>: a bank for other test systems.</summary>
internal static class BankExportQti
{
    public static Command Command()
    {
        var bank = new Argument<string>("BANK") { Description = "The folder of a bank, or a zip of one." };
        var zip = new Argument<string>("OUT") { Description = "The zip to write." };
        var keys = new Option<bool>("--with-keys") { Description = "Hand out the keys too, and let items score by the best founded one." };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var command = new Command("export-qti", "Write a sound bank as a QTI 3.0 package; without its keys, unless they are asked for.") { bank, zip, keys, force };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var (output, error) = (streams.Output, streams.Error);
            string place = parsed.GetRequiredValue(zip);
            if (!BankExport.IsFree(place, parsed.GetValue(force), error) || BankSource.Read(parsed.GetRequiredValue(bank), output, error) is not var (read, readKeys))
            {
                return 1;
            }

            var content = new MemoryStream();
            QtiPackage.Write(content, read, parsed.GetValue(keys) ? readKeys : []);
            return BankSource.Written(place, error, () => BankFolderWriter.Write(place, content.ToArray())) ? 0 : 1;
        });
        return command;
    }
}
