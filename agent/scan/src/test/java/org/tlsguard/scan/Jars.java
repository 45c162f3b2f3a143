package org.tlsguard.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Archives for tests. */
final class Jars {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    Jars with(String entry, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    Jars with(String entry, String content) throws IOException {
        return with(entry, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    Path to(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** A host name verifier that says yes, of a version of the class file format. */
    static byte[] yes(String name, int version) {
        ClassWriter writer = new ClassWriter(0);
        String[] interfaces = {"javax/net/ssl/HostnameVerifier"};
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", interfaces);
        MethodVisitor verify = writer.visitMethod(
                Opcodes.ACC_PUBLIC, "verify", "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z", null, null);
        verify.visitCode();
        verify.visitInsn(Opcodes.ICONST_1);
        verify.visitInsn(Opcodes.IRETURN);
        verify.visitMaxs(1, 3);
        verify.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Coordinates as Maven puts them into a jar. */
    Jars withPom(String group, String artifact, String version) throws IOException {
        return with(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
    }
}
