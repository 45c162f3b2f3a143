package org.tlsguard.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.tlsguard.engine.record.Log;
import org.tlsguard.engine.record.Notices;
import org.tlsguard.engine.record.Regime;
import org.tlsguard.policy.Policy;

/**
 * Notices that the policy file has changed, or its candidate, or a file of trust anchors that either names. A new version is
 * read once it has stayed the same from one look to the next, because it may be in the middle of being written.
 */
final class PolicyWatch {

    /** A refused version is read again after so many looks: what was wrong may be a file that it names, missing by then. */
    private static final int LOOKS_BEFORE_RETRY = 15;

    private final Settings settings;
    private final Log log;
    private List<File> files;

    /** How the files were when the version in force, or the one refused last, was read; null before the first look. */
    private String known;

    private String seen;
    private boolean refused;
    private int looks;

    PolicyWatch(Settings settings, Log log) {
        this.settings = settings;
        this.log = log;
        files = Settings.files(settings.regime());
    }

    /**
     * Looks at the files.
     *
     * @param notices told when a changed version cannot be used
     * @return what is in force from now on; null when that is as it was
     */
    Regime changed(Notices notices) {
        String before = seen;
        seen = stamp(files);
        if (known == null && settings.isAsAtStart(files)) {
            known = seen;
        }
        boolean isNew = !seen.equals(known) && seen.equals(before);
        boolean isDue = refused && seen.equals(known) && ++looks % LOOKS_BEFORE_RETRY == 0;
        return isNew || isDue ? read(notices) : null;
    }

    private Regime read(Notices notices) {
        known = seen;
        Regime anew;
        try {
            anew = settings.regimeAnew();
        } catch (IllegalArgumentException problems) {
            refused = true;
            notices.refused(problems.getMessage());
            return null;
        }
        refused = false;
        List<File> named = Settings.files(anew);
        if (!named.equals(files)) {
            files = named;
            seen = stamp(named);
            known = seen;
        }
        return anew;
    }

    /** Tells the log that a changed version is in force. */
    void tell(Regime anew) {
        log.line("the changed policy " + anew.policy().source() + " is in force, in mode "
                + anew.mode().id());
        Policy start = settings.policy();
        if (!Objects.equals(start.log(), anew.policy().log())
                || !Objects.equals(start.reportDirectory(), anew.policy().reportDirectory())) {
            log.line("what it says of log and report directory holds from the next start on");
        }
    }

    private static String stamp(List<File> files) {
        StringBuilder stamp = new StringBuilder();
        for (File each : files) {
            stamp.append(stamp(each)).append('\n');
        }
        return stamp.toString();
    }

    /** Time, size and identity: what replaces a file may be as old and as long as the file was. */
    private static String stamp(File file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.toPath(), BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException | RuntimeException unreadable) {
            return "unreadable";
        }
    }
}
