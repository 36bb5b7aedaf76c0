package dev.fanfare.maven.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.classmate.TypeResolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnicodeInCode")
class TypeNamesTest {
    private static final TypeResolver TYPES = new TypeResolver();

    private static final class Left {
        private record Item() {}

        private record LeftItem() {}
    }

    private static final class Right {
        private record Item() {}

        private record Plain() {}

        private record ChannelEvents() {}

        private record Äpfel() {}
    }

    private static Map<String, String> names(Class<?>... classes) {
        Map<String, ResolvedType> types = new LinkedHashMap<>();
        for (Class<?> type : classes) {
            types.put(type.getName(), TYPES.resolve(type));
        }
        return TypeNames.of(types);
    }

    @Test
    void aTypeHasTheSimpleNameOfItsClass() {
        assertThat(names(Right.Plain.class)).containsValue("Plain");
    }

    @Test
    void typesThatShareANameAreToldApartByWhatEnclosesThem() {
        assertThat(names(Left.Item.class, Right.Item.class).values())
                .containsExactlyInAnyOrder("LeftItem", "RightItem");
    }

    @Test
    void namesDoNotDependOnTheOrderOfTypes() {
        assertThat(names(Right.Item.class, Left.LeftItem.class, Left.Item.class))
                .isEqualTo(names(Left.Item.class, Right.Item.class, Left.LeftItem.class));
    }

    @Test
    void aLongerNameThatAnotherTypeHasIsMadeLongerStill() {
        assertThat(names(Left.Item.class, Right.Item.class, Left.LeftItem.class).values())
                .contains("LeftItem", "RightItem", "TypeNamesTestLeftItem");
    }

    @Test
    void whatDocumentsCallTheirOwnThingsIsNoName() {
        assertThat(names(Right.ChannelEvents.class)).containsValue("RightChannelEvents");
    }

    @Test
    void namesHaveNoLettersThatKeysOfDocumentsMayNotHave() {
        assertThat(names(Right.Äpfel.class)).containsValue("_pfel");
    }

    @Test
    void parametersBelongToTheName() {
        Map<String, ResolvedType> types = Map.of("one", TYPES.resolve(List.class, Right.Plain.class));

        assertThat(TypeNames.of(types)).containsValue("ListOfPlain");
    }
}
