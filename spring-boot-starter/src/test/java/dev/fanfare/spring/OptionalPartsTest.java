package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OptionalPartsTest {
    private static final Pattern OPTIONAL = Pattern.compile(
            "/(spring-(jdbc|tx|web|webmvc)|spring-boot-(starter-)?(actuator|health|jdbc|micrometer|sql|servlet|tomcat|transaction|web)"
                    + "|micrometer-core|tomcat|HikariCP|h2|hsqldb|postgresql)[^/]*\\.jar$");

    private static URL[] remaining() throws MalformedURLException {
        List<URL> remaining = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!OPTIONAL.matcher(entry).find()) {
                remaining.add(new File(entry).toURI().toURL());
            }
        }
        return remaining.toArray(URL[]::new);
    }

    @Test
    void anApplicationWithoutDatabaseWebHealthAndMetricsPublishesAllTheSame() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(remaining(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(bare);
            Class<?> application = bare.loadClass(BareApplication.class.getName());

            assertThatThrownBy(() -> bare.loadClass(JdbcTemplate.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(application.getMethod("publisher").invoke(null)).isEqualTo("TypedRealtime");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
