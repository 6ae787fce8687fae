package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.Plugin;
import dev.grebe.plugin.SinkPlugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir
    Path folder;

    private ClassLoader registering(String... classes) throws IOException {
        Path jar = Files.createTempDirectory(folder, "plugin");
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.write(services.resolve(SinkPlugin.class.getName()), List.of(classes));
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void registeredPluginsAreFoundByKindAndName() throws IOException {
        Catalog catalog = Catalog.discover(List.of(registering(TestPlugin.class.getName())));

        assertThat(catalog.plugins(Kind.SINK)).containsOnlyKeys("test");
        assertThat(catalog.find(Kind.SINK, "test")).containsInstanceOf(TestPlugin.class);
        assertThat(catalog.find(Kind.SOURCE, "test")).isEmpty();
    }

    @Test
    void aPluginThatTwoLoadersFindIsTakenOnce() throws IOException {
        String plugin = TestPlugin.class.getName();

        assertThat(Catalog.discover(List.of(registering(plugin), registering(plugin)))
                        .plugins(Kind.SINK))
                .hasSize(1);
    }

    @Test
    void aClassThatIsNotThereIsRefusedByName() throws IOException {
        ClassLoader loader = registering("org.example.NoSuchPlugin");

        assertThatThrownBy(() -> Catalog.discover(List.of(loader)))
                .isInstanceOf(PluginException.class)
                .hasMessage("a sink plugin cannot be loaded: dev.grebe.plugin.SinkPlugin:"
                        + " Provider org.example.NoSuchPlugin not found");
    }

    @Test
    void aPluginForAnotherApiIsRefusedByName() {
        Plugin<?> old = new TestPlugin("old", 7, (plugin, settings) -> binder -> {});

        assertThatThrownBy(() -> Catalog.of(old))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink plugin 'old' (dev.grebe.plugins.TestPlugin) was built for plugin API 7;"
                        + " this Grebe has 1. Use a build of it for this version.");
    }

    @Test
    void twoPluginsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Catalog.of(new TestPlugin("csv"), new TestPlugin("csv")))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink plugin 'csv' is there twice: dev.grebe.plugins.TestPlugin and"
                        + " dev.grebe.plugins.TestPlugin. Remove one.");
    }

    @Test
    void aNameThatNoPipelineFileShouldHaveIsRefused() {
        assertThatThrownBy(() -> Catalog.of(new TestPlugin("My Sink\u001b[2J")))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink plugin dev.grebe.plugins.TestPlugin calls itself 'My Sink\\u001B[2J';"
                        + " a name is lower-case letters, digits and '-'");
    }
}
