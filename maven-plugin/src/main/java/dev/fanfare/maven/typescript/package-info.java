/** TypeScript for an application's clients. Start reading at {@link dev.fanfare.maven.typescript.TypeScript}. */
@NullMarked
package dev.fanfare.maven.typescript;

import org.jspecify.annotations.NullMarked;
