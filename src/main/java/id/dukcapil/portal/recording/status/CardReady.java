package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.Nik;

/** The centre says that the card of a resident can be printed. Published in the transaction in which the register learns it. */
record CardReady(Nik nik) {}
