package dev.fanfare.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns line up, so that it reads at the console too. */
public final class Table {
    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... columns) {
        this.title = title;
        rows.add(List.of(columns));
    }

    /** Adds a row of as many cells as there are columns. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.getFirst().size(); column++) {
                String cell = rows.get(row).get(column);
                text.append("| ").append(cell).append(" ".repeat(width(column) - cell.length() + 1));
            }
            text.append("|\n");
            if (row == 0) {
                for (int column = 0; column < rows.getFirst().size(); column++) {
                    text.append('|').append("-".repeat(width(column) + 2));
                }
                text.append("|\n");
            }
        }
        return text.append('\n').toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
