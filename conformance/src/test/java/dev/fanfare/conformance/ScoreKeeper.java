package dev.fanfare.conformance;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Counts the tests of classes with {@link Sdk}. */
final class ScoreKeeper implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counted(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counted(test, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context) throws Throwable {
        counted(test, context);
    }

    private static void counted(Invocation<Void> test, ExtensionContext context) throws Throwable {
        boolean passed = false;
        try {
            test.proceed();
            passed = true;
        } finally {
            Score.count(sdk(context), passed);
        }
    }

    /** A dynamic test knows its class through its parents only. */
    private static String sdk(ExtensionContext context) {
        return context.getTestClass()
                .map(type -> type.getAnnotation(Sdk.class).value())
                .orElseGet(() -> sdk(context.getParent().orElseThrow()));
    }
}
