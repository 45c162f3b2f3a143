package org.tlsguard.engine.record;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Term;

/**
 * What the operator of the policy should know before it bites: each told once in the log, and in every report for as long as
 * it holds. Bounded. Thread-safe.
 */
public final class Notices {

    private static final long SOON_MILLIS = TimeUnit.DAYS.toMillis(30);
    private static final int MOST = 200;

    private final Log log;
    private final Runnable news;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> noted = new LinkedHashSet<>();
    private String refusal;

    Notices(Log log, Runnable news) {
        this.log = log;
        this.news = news;
    }

    /** Whether a day comes within a month, and has not come yet. */
    public static boolean isSoon(Date end) {
        long left = end.getTime() - System.currentTimeMillis();
        return left >= 0 && left <= SOON_MILLIS;
    }

    /** Notes something that holds until the policy changes. */
    public void add(String notice) {
        synchronized (this) {
            if (noted.size() >= MOST || !noted.add(notice)) {
                return;
            }
            tell(notice);
        }
        news.run();
    }

    /** A changed policy cannot be used, for that reason; the former one stays in force. */
    public void refused(String reason) {
        String notice = "the changed policy is refused, and the former version stays in force: " + reason;
        synchronized (this) {
            if (notice.equals(refusal)) {
                return;
            }
            refusal = notice;
            log.line(notice);
        }
        news.run();
    }

    /** A changed policy is in force: what was noted under the former one is forgotten. */
    public synchronized void accepted() {
        refusal = null;
        noted.clear();
        told.clear();
    }

    /** Looks at the calendar. */
    public void look(Regime regime) {
        boolean more;
        synchronized (this) {
            int before = told.size();
            current(regime);
            more = told.size() > before;
        }
        if (more) {
            news.run();
        }
    }

    /** All that holds now. */
    synchronized List<String> current(Regime regime) {
        List<String> all = new ArrayList<>();
        if (refusal != null) {
            all.add(refusal);
        }
        addEnding(regime.policy(), "", all);
        if (regime.candidate() != null) {
            addEnding(regime.candidate(), "of the candidate ", all);
        }
        all.addAll(noted);
        return all;
    }

    private void addEnding(Policy policy, String whose, List<String> all) {
        Date now = new Date();
        for (Term each : policy.terms()) {
            boolean expired = each.hasPassed(now);
            if (all.size() >= MOST || !expired && !isSoon(each.end())) {
                continue;
            }
            String notice = "the " + each.kind().id() + " " + whose + "at " + each.where() + because(each)
                    + (expired
                            ? " has expired and no longer holds"
                            : " expires on " + each.lastDay() + " and will no longer hold the day after");
            all.add(notice);
            tell(notice);
        }
    }

    private static String because(Term of) {
        List<String> words = new ArrayList<>();
        for (String each : new String[] {of.reason(), of.owner()}) {
            if (each != null) {
                words.add(each);
            }
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    private void tell(String notice) {
        if (told.size() < 2 * MOST && told.add(notice)) {
            log.line(notice);
        }
    }
}
