package dev.fanfare.maven.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives each type a number while schemas are made; {@link TypeNames} has names once all types are known. */
final class TypeIds implements SchemaDefinitionNamingStrategy {
    private final Map<DefinitionKey, String> ids = new LinkedHashMap<>();

    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
        return ids.computeIfAbsent(key, unknown -> "type" + ids.size());
    }

    /** The types behind the numbers. */
    Map<String, ResolvedType> types() {
        Map<String, ResolvedType> types = new LinkedHashMap<>();
        ids.forEach((key, id) -> types.put(id, key.getType()));
        return types;
    }
}
