package dev.danamemory.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command {@code dana-memory} with its subcommands. */
@Command(
        name = "dana-memory",
        description = "Gives agents a memory of their conversations.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Results go to standard output, messages to standard error. COMMAND --help shows the options of a command. Data stays on this machine."
        })
public final class DanaMemoryCommand implements Runnable {
    private static final String FIRST_STEPS = """
            Dana Memory gives agents a memory of their conversations. Try it:

              dana-memory chat "My oven is a Bosch from 2019."
              dana-memory chat "What did I say about the oven?"

              dana-memory chat      a dialogue
              dana-memory serve     the same over HTTP, for programs
              dana-memory --help    everything else""";

    private final Terminal terminal;

    private DanaMemoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.say(FIRST_STEPS);
    }

    /** Carries out what was typed and gives the exit code; {@code --help} has a table of them. */
    public static int execute(CommandContext context, String... arguments) {
        Terminal terminal = context.terminal();
        CommandLine commands = new CommandLine(new DanaMemoryCommand(terminal));
        commands.addSubcommand(new ServeCommand(context));
        commands.addSubcommand(new ChatCommand(context));
        commands.addSubcommand(new ImportCommand(context));
        commands.addSubcommand(new ExportCommand(context));
        commands.addSubcommand(new EraseCommand(context));
        commands.addSubcommand(new CleanupCommand(context));
        commands.addSubcommand(new InvokeCommand(context));
        commands.addSubcommand(new WarmUpCommand(context));
        showExitCodes(commands);
        commands.getSubcommands().values().forEach(DanaMemoryCommand::showExitCodes);
        // a message may begin with @
        commands.setExpandAtFiles(false);
        commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF));
        commands.setParameterExceptionHandler((refused, typed) -> {
            terminal.note(String.valueOf(refused.getMessage()));
            terminal.note("Try: " + refused.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE.number();
        });
        commands.setExecutionExceptionHandler((failure, command, parsed) -> report(terminal, failure));
        return told(terminal, commands.execute(arguments));
    }

    private static void showExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table());
    }

    // a full disk or a closed pipe behind standard output shows in the stream's state alone
    private static int told(Terminal terminal, int exitCode) {
        if (!terminal.hasLostOutput()) {
            return exitCode;
        }
        terminal.note("Standard output can't be written; what it was to hold is not all there.");
        return exitCode == ExitCode.DONE.number() ? ExitCode.FAILED.number() : exitCode;
    }

    private static int report(Terminal terminal, Exception failure) {
        return switch (failure) {
            case CommandFailure said -> {
                terminal.note(String.valueOf(said.getMessage()));
                yield said.exitCode().number();
            }
            case FileSystemException denied -> {
                terminal.note("Can't read or write " + denied.getMessage());
                yield ExitCode.FAILED.number();
            }
            case IOException said -> {
                terminal.note(String.valueOf(said.getMessage()));
                yield ExitCode.FAILED.number();
            }
            default -> {
                // its message may quote what was said
                terminal.note(
                        "This should not have happened: " + failure.getClass().getName());
                yield ExitCode.FAILED.number();
            }
        };
    }
}
