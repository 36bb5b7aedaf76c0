package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cellsAreQuotedAndLinesEndAsTheFormatHasIt() {
        Csv csv = new Csv();
        csv.line("a \"b\", c", null, 6.5);
        csv.line("two\nlines");

        assertThat(csv.text()).isEqualTo("\"a \"\"b\"\", c\",\"\",\"6.5\"\r\n\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"https://x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1"
            })
    void nothingIsCalculated(String cell) {
        Csv csv = new Csv();
        csv.line(cell);

        assertThat(csv.text()).startsWith("\"'" + cell.charAt(0));
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() {
        Csv csv = new Csv();
        csv.line("a=b", "1-2", "?", "");

        assertThat(csv.text()).isEqualTo("\"a=b\",\"1-2\",\"?\",\"\"\r\n");
    }
}
