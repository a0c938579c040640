import type { LetterStatus } from './states.ts';

/** What the journey reads of one audit event. */
export interface TrailStep {
  at: string;
  action: string;
  positionId: string | null;
}

export interface HoldContext {
  status: LetterStatus;
  drafterPositionId: string;
  signatoryPositionId: string | null;
  /** Stage of each desk in the circuit. */
  stages: ReadonlyMap<string, number>;
  /** Desks whose step is open now, with the moment it opened. */
  open: readonly { positionId: string; since: string }[];
  now: string;
}

/** A desk had the letter from one moment to another; `endedBy` is the index of the event that ended it. */
export interface Hold {
  positionId: string;
  from: string;
  to: string;
  endedBy: number | null;
}

interface Moments {
  /** Since when the drafter has the letter; null while it is with others. */
  draftSince: string | null;
  submittedAt: string | null;
  /** Initials since the last submission counted: desk stage and moment. */
  initials: { stage: number; at: string }[];
  signingFailedAt: string | null;
}

/** Who had the letter when, from its events; parallel desks have it at the same time. */
export function deriveHolds(trail: readonly TrailStep[], context: HoldContext): Hold[] {
  const moments: Moments = { draftSince: null, submittedAt: null, initials: [], signingFailedAt: null };
  const holds: Hold[] = [];
  for (const [index, step] of trail.entries()) {
    const from = heldSince(step, moments, context);
    if (from !== null && step.positionId !== null)
      holds.push({ positionId: step.positionId, from, to: step.at, endedBy: index });
    remember(step, moments, context);
  }
  return [...holds, ...runningHolds(moments, context)];
}

/** When the acting desk got the letter that this event takes off it; null for events that end no hold. */
function heldSince({ action, positionId }: TrailStep, moments: Moments, context: HoldContext): string | null {
  switch (action) {
    case 'letter.submitted':
    case 'letter.resubmitted':
      return moments.draftSince;
    case 'letter.withdrawn':
      return moments.draftSince;
    case 'letter.initialled':
      return openedAt(moments, stageOf(positionId, context));
    case 'letter.returned':
    case 'signing.started':
      return openedAt(moments, stageOf(positionId, context));
    default:
      return null;
  }
}

/** A desk outside the circuit is the signatory: it comes after every stage. */
function stageOf(positionId: string | null, { stages }: HoldContext): number {
  return (positionId === null ? undefined : stages.get(positionId)) ?? Number.POSITIVE_INFINITY;
}

function openedAt({ submittedAt, initials, signingFailedAt }: Moments, stage: number): string | null {
  if (submittedAt === null) return null;
  const earlier = initials.filter((initial) => initial.stage < stage).map(({ at }) => at);
  const failed = signingFailedAt !== null && stage === Number.POSITIVE_INFINITY ? [signingFailedAt] : [];
  return latest([submittedAt, ...earlier, ...failed]);
}

function latest(moments: readonly string[]): string | null {
  return moments.reduce<string | null>((last, at) => (last === null || at > last ? at : last), null);
}

function remember({ action, at, positionId }: TrailStep, moments: Moments, context: HoldContext): void {
  switch (action) {
    case 'letter.created':
    case 'letter.returned':
      moments.draftSince = at;
      moments.signingFailedAt = null;
      break;
    case 'letter.submitted':
    case 'letter.resubmitted':
      moments.draftSince = null;
      moments.submittedAt = at;
      break;
    case 'letter.initialled':
      moments.initials.push({ stage: stageOf(positionId, context), at });
      break;
    case 'signing.failed':
      moments.signingFailedAt = at;
      break;
  }
}

function runningHolds(moments: Moments, context: HoldContext): Hold[] {
  const running = (positionId: string, from: string): Hold => ({ positionId, from, to: context.now, endedBy: null });
  switch (context.status) {
    case 'draft':
      return moments.draftSince === null ? [] : [running(context.drafterPositionId, moments.draftSince)];
    case 'in_review':
      return context.open.map(({ positionId, since }) => running(positionId, since));
    case 'ready_to_sign': {
      const from = openedAt(moments, Number.POSITIVE_INFINITY);
      return from === null || context.signatoryPositionId === null ? [] : [running(context.signatoryPositionId, from)];
    }
    default:
      return [];
  }
}
