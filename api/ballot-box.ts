import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Choice } from './contract/ballots.ts';

/** A ballot of the box does not open: the row was changed or moved, or the secret is another one. */
export class BoxError extends Error {
  readonly code: 'ballot_box_damaged' | 'ballot_secret_missing';
  constructor(code: BoxError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a sealed ballot says. The receipt is known to the voter alone; it proves that the ballot is the one that was cast. */
export interface SealedContent {
  choice: Choice;
  receipt: string;
}

const choices: readonly Choice[] = ['for', 'against', 'abstain'];
const nonceBytes = 12;
const receiptBytes = 10;
const tagBytes = 16;
/** Nonce, choice and receipt, tag: every sealed ballot has this length, whatever it says. */
export const sealedBytes = nonceBytes + 1 + receiptBytes + tagBytes;

/** A new receipt (mã biên nhận): 80 random bits, 20 hexadecimal digits. */
export const newReceipt = (): string => randomBytes(receiptBytes).toString('hex');

/**
 * The secrets of the ballot boxes (`BALLOT_SECRET`, kept outside the database). The first one seals the sessions opened
 * from now on; the others still open those opened under them. A session names its secret by `id`, which tells nothing of it.
 */
export class BallotSecrets {
  readonly #secrets: ReadonlyMap<string, string>;
  /** Id of the secret for new sessions. */
  readonly currentId: string;

  /** @throws RangeError without a secret of at least 32 characters */
  constructor(secrets: readonly string[]) {
    const [current] = secrets;
    if (current === undefined || secrets.some((secret) => secret.length < 32))
      throw new RangeError('a ballot secret has at least 32 characters');
    this.#secrets = new Map(secrets.map((secret) => [idOf(secret), secret]));
    this.currentId = idOf(current);
  }

  /** The box of one session. @throws BoxError ballot_secret_missing */
  box(sessionId: string, secretId: string | null): BallotBox {
    const secret = this.#secrets.get(secretId ?? '');
    if (secret === undefined)
      throw new BoxError('ballot_secret_missing', `the ballot secret ${secretId} is not configured`);
    return new BallotBox(secret, sessionId);
  }
}

const idOf = (secret: string) => createHash('sha256').update(`id of ${secret}`).digest('hex').slice(0, 12);

/** The box of one session, with keys of its own: what leaks of one session opens no other. */
export class BallotBox {
  readonly #placeKey: Buffer;
  readonly #sealKey: Buffer;

  constructor(secret: string, sessionId: string) {
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, sessionId, `vinhdanh ${use}`, 32));
    this.#placeKey = derive('place');
    this.#sealKey = derive('seal');
  }

  /** Where a member's ballot on an agenda item lies: HMAC-SHA-256 of both. */
  place(personId: string, agendaItemId: string): Buffer {
    return createHmac('sha256', this.#placeKey).update(`${personId} ${agendaItemId}`).digest();
  }

  /** Seals a ballot for its place and version; nowhere else does it open. */
  seal(place: Buffer, version: number, { choice, receipt }: SealedContent): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, nonce).setAAD(label(place, version));
    const content = Buffer.concat([Buffer.of(choices.indexOf(choice)), Buffer.from(receipt, 'hex')]);
    return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws BoxError ballot_box_damaged */
  open(place: Buffer, version: number, sealed: Buffer): SealedContent {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#sealKey, sealed.subarray(0, nonceBytes))
        .setAAD(label(place, version))
        .setAuthTag(sealed.subarray(-tagBytes));
      const content = Buffer.concat([
        decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
        decipher.final(),
      ]);
      const choice = choices[content[0] ?? -1];
      if (choice !== undefined) return { choice, receipt: content.subarray(1).toString('hex') };
    } catch {
      // Told below, as every other way of not opening.
    }
    throw new BoxError('ballot_box_damaged', 'a sealed ballot does not open');
  }
}

const label = (place: Buffer, version: number) => Buffer.concat([place, Buffer.from(`v${version}`)]);
