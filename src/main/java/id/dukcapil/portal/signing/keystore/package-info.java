/** The portal's own keys: PKCS#12 files in its home, one per signer, and the authority of the demonstration. */
@NullMarked
package id.dukcapil.portal.signing.keystore;

import org.jspecify.annotations.NullMarked;
