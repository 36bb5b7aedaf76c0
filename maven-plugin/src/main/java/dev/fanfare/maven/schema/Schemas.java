package dev.fanfare.maven.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinitionProvider;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of Java types, as JSON Schema draft 7, which AsyncAPI's schemas extend. Used by one thread. */
final class Schemas {
    private final TypeIds ids = new TypeIds();
    private final SchemaBuilder builder;

    Schemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JacksonView.JSON, SchemaVersion.DRAFT_7, OptionPreset.JAVA_OBJECT)
                .with(Option.NONPUBLIC_NONSTATIC_FIELDS_WITH_GETTERS, Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS)
                .with(Option.PUBLIC_NONSTATIC_FIELDS, Option.FIELDS_DERIVED_FROM_ARGUMENTFREE_METHODS)
                .with(Option.GETTER_METHODS, Option.NONSTATIC_NONVOID_NONGETTER_METHODS)
                .with(Option.FLATTENED_OPTIONALS)
                .with(Option.NULLABLE_ARRAY_ITEMS_ALLOWED, Option.INLINE_NULLABLE_SCHEMAS)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR, Option.PUBLIC_STATIC_FIELDS)
                .with(new JacksonSchemaModule(
                        JacksonOption.IGNORE_PROPERTY_NAMING_STRATEGY, JacksonOption.INLINE_TRANSFORMED_SUBTYPES));
        ask(config.forFields());
        ask(config.forMethods());
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(new ValueTypes())
                .withDefinitionNamingStrategy(ids)
                .withPropertySorter(Comparator.<MemberScope<?, ?>>comparingInt(Schemas::place)
                        .thenComparing(MemberScope::getName));
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    private static <M extends MemberScope<?, ?>> void ask(SchemaGeneratorConfigPart<M> part) {
        part.withIgnoreCheck(member -> !member.isFakeContainerItemScope() && property(member) == null)
                .withPropertyNameOverrideResolver(member -> {
                    JacksonView.Property property = property(member);
                    return property == null ? null : property.name();
                })
                .withRequiredCheck(member -> {
                    JacksonView.Property property = property(member);
                    return property != null && !property.isOptional();
                })
                .withNullableCheck(Schemas::isNullable)
                .withCustomDefinitionProvider((CustomPropertyDefinitionProvider<M>) Schemas::annotated);
    }

    private static JacksonView.@Nullable Property property(MemberScope<?, ?> member) {
        return JacksonView.property(member.getDeclaringType().getErasedType(), member.getRawMember());
    }

    private static boolean isNullable(MemberScope<?, ?> member) {
        if (member.isFakeContainerItemScope()) {
            return Nullness.hasNullableItems(member.getRawMember());
        }
        JacksonView.Property property = property(member);
        return property != null && property.isNullable();
    }

    /** Of what a property's own annotations say, and its type does not. */
    private static @Nullable CustomPropertyDefinition annotated(
            MemberScope<?, ?> member, SchemaGenerationContext context) {
        ResolvedType type = member.getType();
        if (type == null || member.isFakeContainerItemScope()) {
            return null;
        }
        if (type.isInstanceOf(Map.class) && Nullness.hasNullableItems(member.getRawMember())) {
            return new CustomPropertyDefinition(ValueTypes.map(type, true, context));
        }
        String scalar = annotatedScalar(member, type.getErasedType());
        return scalar == null ? null : new CustomPropertyDefinition(ValueTypes.schema(scalar));
    }

    /** Of instants the SDK writes itself, whatever annotations say. */
    private static @Nullable String annotatedScalar(MemberScope<?, ?> member, Class<?> type) {
        JacksonView.Property property = property(member);
        if (property == null || type == Instant.class || type == Optional.class) {
            return null;
        }
        String scalar = Scalars.of(member.getDeclaringType().getErasedType(), property.name());
        return scalar == null || scalar.equals(Scalars.of(type)) ? null : scalar;
    }

    /** Components of records stay in their order; everything else follows by name. */
    private static int place(MemberScope<?, ?> member) {
        RecordComponent[] components = member.getDeclaringType().getErasedType().getRecordComponents();
        for (int i = 0; components != null && i < components.length; i++) {
            if (components[i].getName().equals(member.getDeclaredName())
                    || components[i].getAccessor().equals(member.getRawMember())) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** A schema that may refer to definitions. */
    ObjectNode of(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** What all schemas so far refer to. Called once, at the end. */
    Definitions definitions() {
        return new Definitions(builder.collectDefinitions("definitions"), TypeNames.of(ids.types()));
    }
}
