package dev.fanfare.maven.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TypeExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "{'$ref':'Bid'} → Bid",
                "{} → unknown",
                "{'type':'integer'} → number",
                "{'type':['null','string']} → null | string",
                "{'type':'array','items':{'type':['string','null']}} → (string | null)[]",
                "{'type':'array','items':{'type':'array','items':{'type':'boolean'}}} → boolean[][]",
                "{'anyOf':[{'type':'null'},{'$ref':'Bid'}]} → Bid | null",
                "{'oneOf':[{'type':'integer'},{'type':'number'}]} → number",
                "{'anyOf':[{},{'$ref':'Bid'}]} → unknown",
                "{'allOf':[{'$ref':'Bid'},{'anyOf':[{'$ref':'A'},{'$ref':'B'}]}]} → Bid & (A | B)",
                "{'enum':['it\\u0027s','a\\\\b',3,null]} → 'it\\'s' | 'a\\\\b' | 3 | null",
                "{'const':true} → true",
                "{'type':'object'} → object",
                "{'type':'object','additionalProperties':{}} → Record<string, unknown>",
                "{'type':'object','additionalProperties':{'$ref':'Bid'}} → Record<string, Bid>",
                "{'type':'object','properties':{'a-b':{'type':'string'},'$ref':{}},'required':['$ref']} → { 'a-b'?: string; $ref: unknown }"
            })
    void aSchemaIsOneExpression(String schema, String expression) {
        String json = schema.replace('\'', '"');

        assertThat(TypeExpression.of(JsonMapper.shared().readTree(json))).isEqualTo(expression);
    }
}
