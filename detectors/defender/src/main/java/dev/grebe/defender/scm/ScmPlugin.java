package dev.grebe.defender.scm;

import com.google.auto.service.AutoService;
import com.google.inject.Module;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;

/** {@code scm-remote-service}: services that are started over the network through the Service Control Manager. */
@SuppressWarnings("rawtypes") // a class literal cannot name the type argument
@AutoService(DetectorPlugin.class)
public final class ScmPlugin implements DetectorPlugin<ScmSettings> {
    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "scm-remote-service";
    }

    @Override
    public Class<ScmSettings> settings() {
        return ScmSettings.class;
    }

    @Override
    public Module module(ScmSettings settings) {
        return binder -> binder.bind(Detector.class).to(ScmDetector.class);
    }
}
