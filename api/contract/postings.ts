import { z } from 'zod';
import { awardCode } from './catalogue.ts';
import {
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  pageQuery,
  paragraph,
  personRef,
  reason,
  unitRef,
} from './common.ts';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });

const shown = {
  id,
  award: bilingual,
  /** The body that posts, and the unit that proposes. */
  agency: bilingual,
  proposer: bilingual,
  /** Achievement period, calendar years. */
  periodFrom: z.int(),
  periodTo: z.int(),
  /** Days in Vietnam; the last day of the window counts whole. Null while the dossier is on hold and the window stands still. */
  postedOn: localDate,
  lastDay: localDate.nullable(),
  workingDays: z.int().min(1),
  /** Article that the window's length rests on. */
  citation: z.string(),
  nominees: z.int().min(0),
};

/** A posting that runs, as everybody may see it; nothing that need not be posted. */
export const publicPosting = z.strictObject(shown).meta({ id: 'PublicPosting' });
export const publicPostingList = listOf(publicPosting).meta({ id: 'PublicPostingList' });

export const publicPostingDetail = z
  .strictObject({
    ...shown,
    list: z.array(z.strictObject({ id, name: z.string(), post: z.string(), achievement: z.string() })),
  })
  .meta({ id: 'PublicPostingDetail' });

/**
 * Comment on a posting. Name and contact may be left out; whoever complains and wants an answer gives them. `website` is a
 * field that people do not see in the page's form: what fills it in is most likely a program.
 */
export const commentRequest = z
  .strictObject({
    nominationId: id.optional(),
    text: paragraph(4000),
    authorName: line(200).optional(),
    authorContact: line(200).optional(),
    website: z.string().max(200).optional(),
  })
  .meta({ id: 'CommentRequest' });
export const commentReceipt = z.strictObject({ receivedAt: instant }).meta({ id: 'CommentReceipt' });

export const commentStatus = z.enum(['held', 'noted', 'dismissed', 'complaint']);

/** A posting as those who work on the dossier see it, with its comments counted by where they stand. */
export const posting = z
  .strictObject({
    id,
    dossierId: id,
    dossierCode: z.string(),
    dossierTitle: z.string(),
    awardCode,
    award: bilingual,
    level,
    unit: unitRef,
    workingDays: z.int().min(1),
    /** Article and grade that the window's length rests on. */
    citation: z.string(),
    postedAt: instant,
    /** End of the window by the calendar of now; null while the dossier is on hold. */
    endsAt: instant.nullable(),
    endedAt: instant.nullable(),
    /** The printed summary of its comments. */
    summaryId: id.nullable(),
    comments: z.strictObject({
      held: z.int().min(0),
      noted: z.int().min(0),
      dismissed: z.int().min(0),
      complaint: z.int().min(0),
    }),
    canModerate: z.boolean(),
  })
  .meta({ id: 'Posting' });
export const postingList = listOf(posting).meta({ id: 'PostingList' });
export const postingQuery = z.strictObject({ dossierId: id.optional(), ...pageQuery });

/** A comment as its moderators read it. */
export const comment = z
  .strictObject({
    id,
    nominee: z.string().nullable(),
    text: z.string(),
    authorName: z.string(),
    authorContact: z.string(),
    /** Most likely from a program. */
    suspected: z.boolean(),
    receivedAt: instant,
    status: commentStatus,
    moderatedBy: personRef.nullable(),
    moderatedAt: instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Comment' });
export const commentList = listOf(comment).meta({ id: 'CommentList' });
export const commentQuery = z.strictObject({ status: commentStatus.optional(), ...pageQuery });

/**
 * What a moderator makes of a comment: `noted` goes into the summary, `dismissed` does not, `complaint` puts the dossier on hold until it
 * is examined. The last two need a reason. `seen`: the status the moderator saw.
 */
export const moderateRequest = z
  .strictObject({
    decision: commentStatus.exclude(['held']),
    reason: reason.optional(),
    seen: commentStatus.exclude(['complaint']).default('held'),
  })
  .meta({ id: 'ModerateRequest' });

export type PublicPosting = z.infer<typeof publicPosting>;
export type PublicPostingDetail = z.infer<typeof publicPostingDetail>;
export type CommentRequest = z.infer<typeof commentRequest>;
export type CommentStatus = z.infer<typeof commentStatus>;
export type Posting = z.infer<typeof posting>;
export type Comment = z.infer<typeof comment>;
export type ModerateRequest = z.input<typeof moderateRequest>;
