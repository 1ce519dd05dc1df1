// What a tablet keeps of a visit: the list as the portal gave it, and what was tapped and not answered yet. A tap is kept before it
// is shown, with its place in the order of this tablet, and forgotten only with the portal's verdict.
(() => {
  const asked = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const finished = (transaction) =>
    new Promise((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });

  /** An identifier of version 7: 48 bits of time, then random bits. */
  const uuid7 = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    for (let place = 5, rest = Date.now(); place >= 0; place--, rest = Math.floor(rest / 256)) bytes[place] = rest % 256;
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };

  class VisitStore {
    static async of(visit) {
      const opening = indexedDB.open('hari-h', 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('visits', { keyPath: 'visit' });
        opening.result.createObjectStore('sheets', { keyPath: 'visit' });
        opening.result.createObjectStore('operations', { keyPath: ['visit', 'seq'] });
      };
      return new VisitStore(await asked(opening), visit);
    }

    constructor(database, visit) {
      this.database = database;
      this.visit = visit;
      this.range = IDBKeyRange.bound([visit, 0], [visit, Infinity]);
    }

    write(...stores) {
      // Strict: a tablet that loses its power right afterwards still has it
      return this.database.transaction(stores, 'readwrite', { durability: 'strict' });
    }

    /** Identifier of this tablet for this visit and the place of its last operation. */
    async about() {
      const transaction = this.write('visits');
      const visits = transaction.objectStore('visits');
      const known = await asked(visits.get(this.visit));
      const about = known ?? { visit: this.visit, device: uuid7(), seq: 0 };
      if (!known) visits.put(about);
      await finished(transaction);
      return about;
    }

    async sheet() {
      return (await asked(this.database.transaction('sheets').objectStore('sheets').get(this.visit)))?.sheet;
    }

    async keepSheet(sheet) {
      const transaction = this.write('sheets');
      // The token against forged requests belongs to the session and stays in the memory of the page
      transaction.objectStore('sheets').put({ visit: this.visit, sheet: { ...sheet, token: undefined } });
      await finished(transaction);
    }

    waiting(most) {
      return asked(this.database.transaction('operations').objectStore('operations').getAll(this.range, most));
    }

    /** Gives the operation its identifier and place; two windows of one tablet share the order. */
    async keep(operation) {
      const transaction = this.write('visits', 'operations');
      const visits = transaction.objectStore('visits');
      const about = await asked(visits.get(this.visit));
      about.seq += 1;
      const kept = { ...operation, id: uuid7(), seq: about.seq, visit: this.visit };
      visits.put(about);
      transaction.objectStore('operations').add(kept);
      await finished(transaction);
      return kept;
    }

    /** Forgets what has a verdict and keeps the rows that came with it, both or neither. */
    async settle(operations, verdicts, sheet) {
      const judged = new Set(verdicts.map((verdict) => verdict.id));
      const transaction = this.write('operations', 'sheets');
      operations
        .filter((operation) => judged.has(operation.id))
        .forEach((operation) => transaction.objectStore('operations').delete([this.visit, operation.seq]));
      transaction.objectStore('sheets').put({ visit: this.visit, sheet: { ...sheet, token: undefined } });
      await finished(transaction);
    }

    /** The portal misses earlier operations of this tablet: what waits starts a new order; its identifiers stay. */
    async startOver() {
      const transaction = this.write('visits', 'operations');
      const operations = transaction.objectStore('operations');
      const waiting = await asked(operations.getAll(this.range));
      operations.delete(this.range);
      waiting.forEach((operation, place) => operations.add({ ...operation, seq: place + 1 }));
      transaction.objectStore('visits').put({ visit: this.visit, device: uuid7(), seq: waiting.length });
      await finished(transaction);
    }

    /** Nothing of the visit stays on the tablet. */
    async wipe() {
      const transaction = this.write('visits', 'sheets', 'operations');
      transaction.objectStore('visits').delete(this.visit);
      transaction.objectStore('sheets').delete(this.visit);
      transaction.objectStore('operations').delete(this.range);
      await finished(transaction);
    }
  }

  window.portalVisit = { VisitStore, uuid7 };
})();
