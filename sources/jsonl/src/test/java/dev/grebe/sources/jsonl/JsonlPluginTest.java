package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;
import dev.grebe.plugin.Storage;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JsonlPluginTest {
    @Test
    void pluginIsFound() {
        assertThat(ServiceLoader.load(SourcePlugin.class)).singleElement().satisfies(plugin -> {
            assertThat(plugin.name()).isEqualTo("jsonl");
            assertThat(plugin.api()).isEqualTo(Plugin.API);
        });
    }

    @Test
    void moduleBindsTheSource() {
        JsonlSettings settings = Lake.settings("lake");
        Source source = Guice.createInjector(Stage.PRODUCTION, new JsonlPlugin().module(settings), binder -> {
                    binder.requireExplicitBindings();
                    binder.bind(JsonlSettings.class).toInstance(settings);
                    binder.bind(Storage.class).toInstance(new FileStorage(Path.of(".")));
                })
                .getInstance(Source.class);

        assertThat(source).isInstanceOf(JsonlSource.class);
    }

    @Test
    void pathIsNeeded() {
        assertThatThrownBy(() -> Lake.settings("")).isInstanceOf(SettingException.class);
    }
}
