import { useTranslation } from 'react-i18next';
import type {
  DossierStatus,
  NominationStatus,
  Paper,
  SessionStatus,
  Task,
  TaskStatus,
  Verdict,
} from '../../api/contract/index.ts';
import { type Tone, ToneTag } from './tone-tag.tsx';
import { useVerdictWords } from './verdict-words.ts';

const dossierTones: Record<DossierStatus, Tone> = {
  draft: 'plain',
  running: 'blue',
  returned: 'amber',
  on_hold: 'amber',
  decided: 'green',
  issued: 'green',
  closed: 'green',
  withdrawn: 'plain',
  rejected: 'red',
  revoked: 'red',
};

const nominationTones: Record<NominationStatus, Tone> = {
  proposed: 'plain',
  passed: 'blue',
  failed: 'red',
  returned: 'amber',
  removed: 'plain',
  awarded: 'gold',
  refused: 'red',
  revoked: 'red',
};

const verdictTones: Record<Verdict, Tone> = { approve: 'green', return: 'amber', reject: 'red' };

const sessionTones: Record<SessionStatus, Tone> = {
  planned: 'plain',
  open: 'blue',
  closed: 'green',
  minuted: 'green',
  cancelled: 'plain',
};

const taskTones: Record<TaskStatus, Tone> = {
  open: 'plain',
  claimed: 'blue',
  done: 'green',
  cancelled: 'plain',
  overtaken: 'amber',
};

const paperTones: Record<Paper['status'], Tone> = {
  draft: 'plain',
  signed: 'blue',
  numbered: 'blue',
  issued: 'green',
  corrected: 'amber',
  superseded: 'plain',
  recalled: 'red',
  void: 'plain',
};

export function DossierStatusTag({ status }: { status: DossierStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={dossierTones[status]}>{t(`dossierStatus.${status}`)}</ToneTag>;
}

export function NominationStatusTag({ status }: { status: NominationStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={nominationTones[status]}>{t(`nominationStatus.${status}`)}</ToneTag>;
}

export function VerdictTag({ task, verdict }: { task: Pick<Task, 'element'>; verdict: Verdict }) {
  const words = useVerdictWords(task);
  return <ToneTag tone={verdictTones[verdict]}>{words.name(verdict)}</ToneTag>;
}

export function SessionStatusTag({ status }: { status: SessionStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={sessionTones[status]}>{t(`sessionStatus.${status}`)}</ToneTag>;
}

export function TaskStatusTag({ status }: { status: TaskStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={taskTones[status]}>{t(`taskStatus.${status}`)}</ToneTag>;
}

export function PaperStatusTag({ status }: { status: Paper['status'] }) {
  const { t } = useTranslation();
  return <ToneTag tone={paperTones[status]}>{t(`paperStatus.${status}`)}</ToneTag>;
}
