package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Bouncy Castle's encoder, around every length at which the encoding changes (X.690, 8.1.3). */
class DerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7b, 0x7d, 0x7e, 0x7f, 0x80, 0xfc, 0xff, 0x100, 0xfffb, 0xffff, 0x10000, 0x1000000})
    void aSequenceIsEncodedAsByOthersAndTakenApartAgain(int length) throws Exception {
        byte[] number = new ASN1Integer(4711).getEncoded();
        byte[] octets = new DEROctetString(new byte[length]).getEncoded();

        byte[] sequence = Der.sequence(Arrays.asList(number, octets));

        assertThat(sequence)
                .isEqualTo(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                            new ASN1Integer(4711), new DEROctetString(new byte[length])
                        })
                        .getEncoded());
        List<byte[]> children = Der.children(sequence);
        assertThat(children).hasSize(2);
        assertThat(children.get(0)).isEqualTo(number);
        assertThat(children.get(1)).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7e, 0x7f, 0x100})
    void aBitStringIsEncodedAsByOthers(int length) throws Exception {
        assertThat(Der.bitString(new byte[length])).isEqualTo(new DERBitString(new byte[length]).getEncoded());
    }

    @Test
    void anEmptySequenceHasNoChildren() throws Exception {
        assertThat(Der.children(new DERSequence().getEncoded())).isEmpty();
    }
}
