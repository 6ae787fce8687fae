package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plugin.SettingException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class S3OptionsTest {
    @Test
    void environmentOfTheAwsToolsIsObeyed() {
        Configuration options = options(
                S3Settings.DEFAULT, Map.of("AWS_ENDPOINT_URL", "https://minio:9000", "AWS_REGION", "eu-west-1"));

        assertThat(options.get("fs.s3a.endpoint")).isEqualTo("https://minio:9000");
        assertThat(options.get("fs.s3a.endpoint.region")).isEqualTo("eu-west-1");
        assertThat(options.getBoolean("fs.s3a.path.style.access", false)).isTrue();
    }

    @Test
    void endpointForS3AloneGoesFirst() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL_S3", "http://s3", "AWS_ENDPOINT_URL", "http://all");

        assertThat(options(S3Settings.DEFAULT, environment).get("fs.s3a.endpoint"))
                .isEqualTo("http://s3");
    }

    @Test
    void pipelineGoesBeforeTheEnvironment() {
        S3Settings settings = new S3Settings("https://mine", "here", AddressingStyle.VIRTUAL, true);

        Configuration options = options(settings, Map.of("AWS_ENDPOINT_URL", "https://other", "AWS_REGION", "there"));

        assertThat(options.get("fs.s3a.endpoint")).isEqualTo("https://mine");
        assertThat(options.get("fs.s3a.endpoint.region")).isEqualTo("here");
        assertThat(options.getBoolean("fs.s3a.path.style.access", true)).isFalse();
        assertThat(options.get("fs.s3a.aws.credentials.provider")).contains("Anonymous");
    }

    @Test
    void amazonFindsTheRegionAndNeedsNoPathStyle() {
        Configuration options = options(S3Settings.DEFAULT, Map.of());

        assertThat(options.get("fs.s3a.endpoint.region")).isNull();
        assertThat(options.getBoolean("fs.s3a.path.style.access", false)).isFalse();
        assertThat(options.get("fs.s3a.aws.credentials.provider"))
                .isEqualTo("software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    }

    @Test
    void optionsOfTheSiteGoBeforeTheEnvironment() {
        Configuration options = new Configuration(false);
        options.set("fs.s3a.endpoint", "https://site");
        S3Options.set(options, S3Settings.DEFAULT, Map.of("AWS_ENDPOINT_URL", "https://other")::get);

        assertThat(options.get("fs.s3a.endpoint")).isEqualTo("https://site");
    }

    @Test
    void endpointIsAUrl() {
        assertThatThrownBy(() -> new S3Settings("minio:9000", "", AddressingStyle.AUTO, false))
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo("endpoint"))
                .hasMessage("'minio:9000' is no URL. Write https:// or http:// before it");
    }

    private static Configuration options(S3Settings settings, Map<String, String> environment) {
        Configuration options = new Configuration(false);
        S3Options.set(options, settings, environment::get);
        return options;
    }
}
