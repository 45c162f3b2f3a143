package org.tlsguard.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Who switched a check off. Noted when something is set up, because a handshake on a pool's thread carries no frame of the
 * application.
 */
public final class Origins {

    private static final int REMEMBERED_SETTERS = 256;

    private final WeakIdentityMap<Object, Installation> installed = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, CodeOrigin> codes = new WeakIdentityMap<>();
    private final Map<String, CodeOrigin> setters =
            Collections.synchronizedMap(new LinkedHashMap<String, CodeOrigin>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CodeOrigin> eldest) {
                    return size() > REMEMBERED_SETTERS;
                }
            });

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
            installed.put(part, new Installation(caller == null ? null : caller.toString(), frames.lines()));
        }
    }

    /** Notes that the current thread changes this switch. */
    public void setting(String what) {
        setters.put(what, ofCaller(Frames.here()));
    }

    /** Who changed this switch last; null when nobody was seen. */
    public CodeOrigin setter(String what) {
        return setters.get(what);
    }

    /** The code of a trust manager or verifier, with whoever installed it; looked up once per object. */
    public CodeOrigin of(Object part, String method) {
        CodeOrigin known = codes.get(part);
        if (known == null || !method.equals(known.method()) && !"invoke".equals(known.method())) {
            known = lookUp(part, method);
            codes.put(part, known);
        }
        return known;
    }

    private CodeOrigin lookUp(Object part, String method) {
        Object whole = part;
        Class<?> type = part.getClass();
        if (Proxy.isProxyClass(type)) {
            // The proxy decides nothing: its handler does.
            part = handlerOf(part);
            type = part.getClass();
            method = "invoke";
        }
        Installation installation = installed.get(whole);
        Source source = source(type, method);
        return new CodeOrigin(
                type.getName(),
                method,
                source.file,
                source.line,
                location(type),
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
                        null,
                        caller.toString(),
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
        ProtectionDomain domain = type.getProtectionDomain();
        CodeSource code = domain == null ? null : domain.getCodeSource();
        return code == null || code.getLocation() == null
                ? null
                : Location.of(code.getLocation().toString());
    }

    private static final class Source {
        String file;
        int line;
    }

    /** Reads file and line of a method from the class file; a generated class has none. */
    private static Source source(Class<?> type, final String method) {
        final Source source = new Source();
        ClassLoader loader = type.getClassLoader();
        String resource = type.getName().replace('.', '/') + ".class";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            if (in == null) {
                return source;
            }
            new ClassReader(in)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public void visitSource(String file, String debug) {
                                    source.file = file;
                                }

                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String descriptor, String signature, String[] thrown) {
                                    if (!name.equals(method) || (access & Opcodes.ACC_BRIDGE) != 0 || source.line > 0) {
                                        return null;
                                    }
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitLineNumber(int line, Label start) {
                                            if (source.line == 0) {
                                                source.line = line;
                                            }
                                        }
                                    };
                                }
                            },
                            ClassReader.SKIP_FRAMES);
        } catch (IOException | RuntimeException unreadable) {
            // Without line numbers the class is still named.
            return source;
        }
        return source;
    }
}
