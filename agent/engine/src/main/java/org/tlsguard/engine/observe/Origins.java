package org.tlsguard.engine.observe;

import java.lang.reflect.Proxy;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tlsguard.policy.LibraryRemedies;

/**
 * Who switched a check off. Noted when something is set up, because a handshake on a pool's thread carries no frame of the
 * application.
 */
public final class Origins {

    private static final int REMEMBERED_SETTERS = 256;

    private final WeakIdentityMap<Object, Installation> installed = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, CodeOrigin> defaults = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, CodeOrigin> codes = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Map<String, CodeOrigin>> choices = new WeakIdentityMap<>();
    private final Map<String, CodeOrigin> setters =
            Collections.synchronizedMap(new BoundedMap<String, CodeOrigin>(REMEMBERED_SETTERS));

    private static final class Installation {

        final String caller;
        final List<String> stack;

        Installation(String caller, List<String> stack) {
            this.caller = caller;
            this.stack = stack;
        }
    }

    /** Notes that the current thread installs this trust manager, verifier or factory. */
    public void installing(Object part) {
        if (part != null) {
            Frames frames = Frames.here();
            StackTraceElement caller = frames.caller();
            if (caller != null && LibraryRemedies.isOfLibrary(part.getClass().getName())) {
                // A library that installs its own was told to: by whom?
                caller = frames.initiatorOf(caller);
            }
            installed.put(part, new Installation(caller == null ? null : Frames.text(caller), frames.lines()));
        }
    }

    /** Notes that the current thread makes this a default of the whole process. */
    public void installingDefault(Object part) {
        if (part != null) {
            defaults.put(part, ofCaller(Frames.here()));
        }
    }

    /** Who made this a default of the whole process; null when nobody did. */
    public CodeOrigin defaultInstaller(Object part) {
        return defaults.get(part);
    }

    /** Notes that the current thread changes this switch. */
    public void setting(String what) {
        setters.put(what, ofCaller(Frames.here()));
    }

    /** Who changed this switch last; null when nobody was seen. */
    public CodeOrigin setter(String what) {
        return setters.get(what);
    }

    /** Notes that the current thread makes a choice of this kind for one socket or engine. */
    public void choosing(Object transport, String what) {
        Map<String, CodeOrigin> all = new HashMap<>(choices(transport));
        all.put(what, ofCaller(Frames.here()));
        choices.put(transport, all);
    }

    /** Who last made which choice for this socket or engine; not to be changed. */
    public Map<String, CodeOrigin> choices(Object transport) {
        Map<String, CodeOrigin> known = choices.get(transport);
        return known == null ? Collections.<String, CodeOrigin>emptyMap() : known;
    }

    /** The code of a trust manager or verifier, with whoever installed it; looked up once per object. */
    public CodeOrigin of(Object part, String method) {
        CodeOrigin known = codes.get(part);
        if (known == null) {
            known = lookUp(part, method, installed.get(part));
            codes.put(part, known);
        }
        return known;
    }

    /** From now on tells of another part, which this one holds, whenever it is asked about this one. */
    public void blame(Object part, Object held, String method) {
        codes.put(part, lookUp(held, method, installed.get(part)));
    }

    private static CodeOrigin lookUp(Object part, String method, Installation installation) {
        Object code = Proxy.isProxyClass(part.getClass()) ? handlerOf(part) : part;
        // A proxy decides nothing, its handler does.
        String deciding = code == part ? method : "invoke";
        if (part instanceof Authentication) {
            code = ((Authentication) part).code();
            deciding = "notifyServerCertificate";
        }
        LambdaBody lambda = LambdaBody.of(code.getClass());
        Class<?> holder = lambda == null ? code.getClass() : lambda.holder();
        SourceReader source = lambda == null
                ? SourceReader.read(holder, deciding, null)
                : SourceReader.read(holder, lambda.method(), lambda.descriptor());
        return new CodeOrigin(
                holder.getName(),
                source.method(),
                source.file(),
                source.line(),
                location(holder),
                installation == null ? null : installation.caller,
                installation == null ? Collections.<String>emptyList() : installation.stack);
    }

    /** The innermost frame of the application on the current thread, as the code at fault. */
    public static CodeOrigin ofCaller(Frames frames) {
        StackTraceElement caller = frames.caller();
        return caller == null
                ? CodeOrigin.UNKNOWN
                : new CodeOrigin(
                        caller.getClassName(),
                        caller.getMethodName(),
                        caller.getFileName(),
                        Math.max(caller.getLineNumber(), 0),
                        location(frames.classOf(caller)),
                        Frames.text(frames.callerOf(caller)),
                        frames.lines());
    }

    private static Object handlerOf(Object proxy) {
        try {
            return Proxy.getInvocationHandler(proxy);
        } catch (IllegalArgumentException | SecurityException denied) {
            return proxy;
        }
    }

    private static String location(Class<?> type) {
        ProtectionDomain domain = type == null ? null : type.getProtectionDomain();
        CodeSource code = domain == null ? null : domain.getCodeSource();
        return code == null || code.getLocation() == null
                ? null
                : Location.of(code.getLocation().toString());
    }
}
