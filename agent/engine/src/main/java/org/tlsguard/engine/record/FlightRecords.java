package org.tlsguard.engine.record;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Events for the JDK's Flight Recorder, where this JVM has one (Java 8u262, 11 and later) and somebody records. The types are
 * made by the recorder's own factory when an event is first due, so that no class here needs what a JVM may lack; and
 * until somebody records, nothing of the recorder is started.
 */
final class FlightRecords {

    private static final String PACKAGE = "jdk.jfr.";

    private static final Type HANDSHAKE = new Type(
            "org.tlsguard.Handshake", "TLS Handshake", "role", "host", "port", "protocol", "cipherSuite", "anchor");

    private static final Type FINDING = new Type(
            "org.tlsguard.Finding",
            "TLS Finding",
            "rule",
            "cause",
            "state",
            "outcome",
            "origin",
            "role",
            "host",
            "port",
            "protocol",
            "cipherSuite",
            "detail");

    private final Recorder recorder;
    private volatile Method isInitialized;

    /** Whether there is no recorder, or it has failed. */
    private volatile boolean failed;

    /** One kind of event; its fields are texts, in this order. */
    private static final class Type {

        private final String name;
        private final String label;
        private final String[] fields;
        private Object factory;
        private Method newEvent;
        private Method shouldCommit;
        private Method set;
        private Method commit;

        Type(String name, String label, String... fields) {
            this.name = name;
            this.label = label;
            this.fields = fields;
        }

        void commit(String... values) throws ReflectiveOperationException {
            register();
            Object event = newEvent.invoke(factory);
            if (Boolean.TRUE.equals(shouldCommit.invoke(event))) {
                for (int i = 0; i < values.length; i++) {
                    set.invoke(event, i, values[i]);
                }
                commit.invoke(event);
            }
        }

        private synchronized void register() throws ReflectiveOperationException {
            if (factory != null) {
                return;
            }
            Class<?> factories = Class.forName(PACKAGE + "EventFactory");
            Class<?> events = Class.forName(PACKAGE + "Event");
            newEvent = factories.getMethod("newEvent");
            shouldCommit = events.getMethod("shouldCommit");
            set = events.getMethod("set", int.class, Object.class);
            commit = events.getMethod("commit");
            factory = factories
                    .getMethod("create", List.class, List.class)
                    .invoke(null, annotations(), Arrays.asList(descriptors()));
        }

        private List<Object> annotations() throws ReflectiveOperationException {
            return Arrays.asList(
                    annotation("Name", name),
                    annotation("Label", label),
                    annotation("Category", new String[] {"tlsguard"}),
                    // Where the event is written says nothing: the report has the stack that matters.
                    annotation("StackTrace", false));
        }

        private static Object annotation(String type, Object value) throws ReflectiveOperationException {
            Class<? extends Annotation> annotation =
                    Class.forName(PACKAGE + type).asSubclass(Annotation.class);
            return Class.forName(PACKAGE + "AnnotationElement")
                    .getConstructor(Class.class, Object.class)
                    .newInstance(annotation, value);
        }

        private Object[] descriptors() throws ReflectiveOperationException {
            Constructor<?> descriptor =
                    Class.forName(PACKAGE + "ValueDescriptor").getConstructor(Class.class, String.class, List.class);
            Object[] all = new Object[fields.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = descriptor.newInstance(
                        String.class, fields[i], Collections.singletonList(annotation("Label", fields[i])));
            }
            return all;
        }
    }

    FlightRecords(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Not before TLS is used: a class that nobody else needs would be loaded for nothing. */
    private Method find() {
        if (isInitialized == null) {
            try {
                isInitialized =
                        Class.forName(PACKAGE + "FlightRecorder", false, null).getMethod("isInitialized");
            } catch (ReflectiveOperationException | LinkageError none) {
                failed = true;
            }
        }
        return isInitialized;
    }

    /** Whether somebody records, or has recorded: before that, not even the type of an event is made. */
    boolean isOn() {
        if (failed) {
            return false;
        }
        Method asked = find();
        try {
            return asked != null && Boolean.TRUE.equals(asked.invoke(null));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError fault) {
            failed(fault);
            return false;
        }
    }

    /** A handshake is complete. */
    void handshake(String role, String host, int port, String protocol, String cipherSuite, String anchor) {
        commit(HANDSHAKE, role, host, number(port), protocol, cipherSuite, anchor);
    }

    /** Something was found, for the first time or again. */
    void finding(Sin sin, String outcome) {
        boolean hasPeer = sin.peer != null;
        commit(
                FINDING,
                sin.rule.id(),
                sin.cause.id(),
                sin.state.id(),
                outcome,
                sin.origin.className(),
                hasPeer ? sin.peer.role().id() : null,
                hasPeer ? sin.peer.host() : null,
                hasPeer ? number(sin.peer.port()) : null,
                sin.protocol,
                sin.cipherSuite,
                sin.detail);
    }

    private static String number(int port) {
        return port < 0 ? null : Integer.toString(port);
    }

    private void commit(Type type, String... values) {
        try {
            type.commit(values);
        } catch (InvocationTargetException thrown) {
            failed(thrown.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError fault) {
            failed(fault);
        }
    }

    /** Told once: the recorder is a convenience, and the next event would fail likewise. */
    private void failed(Throwable fault) {
        failed = true;
        recorder.fault("flight recorder", fault);
    }
}
