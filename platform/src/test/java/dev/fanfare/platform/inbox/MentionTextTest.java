package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.identity.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTextTest {
    private static final List<Person> TEAM = Stream.of("Ada", "Ada Seller", "Zoë", "Dan Desk")
            .map(name -> person(name, name))
            .toList();

    private static Person person(String id, String name) {
        return new Person(id, name, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", textBlock = """
            @Ada Seller, look         | Ada Seller
            look:@ada seller          | Ada Seller
            (@Ada)                    | Ada
            @Ada sells                | Ada
            @Ada Sellers              | Ada
            @@Zoë!                    | Zoë
            @ZOË                      | Zoë
            @Zoës                     | nobody
            @Zo                       | nobody
            me@Ada                    | nobody
            @ Ada                     | nobody
            Ada                       | nobody
            @                         | nobody
            """)
    void aWholeNameAfterAnAtIsAMentionOfTheLongestThatItCanBe(String text, String name) {
        assertThat(MentionText.mentioned(text, TEAM))
                .extracting(Person::name)
                .isEqualTo(Stream.ofNullable(name).toList());
    }

    @Test
    void whoIsMentionedTwiceIsMentionedOnceAndOfTwoWithOneNameBothAre() {
        List<Person> team = List.of(person("a", "Kim"), person("b", "Kim"));

        assertThat(MentionText.mentioned("@Kim and @Kim", team)).containsExactlyElementsOf(team);
    }

    @Test
    void whoHasNoNameIsNotMentioned() {
        assertThat(MentionText.mentioned("@ and @", List.of(person("a", ""), person("b", " "))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call +1 (415) 555-0100 now | Call … now
            (415) 555 0100             | …
            +14155550100               | …
            Order 123456 is 3 of 4     | Order 123456 is 3 of 4
            """)
    void anExcerptHasNoTelephoneNumber(String text, String excerpt) {
        assertThat(MentionText.excerpt(text)).isEqualTo(excerpt);
    }

    @Test
    void anExcerptIsOneShortLine() {
        assertThat(MentionText.excerpt("One\n two")).isEqualTo("One two");
        assertThat(MentionText.excerpt("a".repeat(140))).isEqualTo("a".repeat(140));
        assertThat(MentionText.excerpt("a".repeat(139) + " b")).isEqualTo("a".repeat(139) + "…");
        assertThat(MentionText.excerpt("a".repeat(133) + "4155550100")).isEqualTo("a".repeat(133) + "…");
    }
}
