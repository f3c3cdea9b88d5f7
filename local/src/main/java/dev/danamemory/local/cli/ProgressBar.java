package dev.danamemory.local.cli;

import dev.danamemory.cleanup.CleanupProgress;

/** A line that shows how cleanup gets on, for a person who watches; for nobody else. Closed, it is gone. */
final class ProgressBar implements CleanupProgress, AutoCloseable {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private long examined;
    private long due;
    private long done;
    private String shown = "";

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void found(long more, int moreDue) {
        examined += more;
        due += moreDue;
        draw();
    }

    @Override
    public synchronized void settled() {
        done++;
        draw();
    }

    private void draw() {
        int filled = due == 0 ? 0 : (int) (WIDTH * done / due);
        show("[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + due + ", looked at "
                + examined);
    }

    @Override
    public synchronized void close() {
        show("");
    }

    private void show(String line) {
        if (terminal.isInteractive() && !line.equals(shown)) {
            // what was longer is written over
            String rest = " ".repeat(Math.max(0, shown.length() - line.length()));
            terminal.draw("\r" + line + rest + (line.isEmpty() ? "\r" : ""));
            shown = line;
        }
    }
}
