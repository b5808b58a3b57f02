import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type {
  DossierStatus,
  NominationStatus,
  Paper,
  SessionStatus,
  TaskStatus,
  Verdict,
} from '../../api/contract/index.ts';

type Tone = 'default' | 'blue' | 'green' | 'orange' | 'red' | 'gold';

const dossierTones: Record<DossierStatus, Tone> = {
  draft: 'default',
  running: 'blue',
  returned: 'orange',
  on_hold: 'orange',
  decided: 'green',
  issued: 'green',
  closed: 'green',
  withdrawn: 'default',
  rejected: 'red',
  revoked: 'red',
};

const nominationTones: Record<NominationStatus, Tone> = {
  proposed: 'default',
  passed: 'blue',
  failed: 'red',
  returned: 'orange',
  removed: 'default',
  awarded: 'gold',
  refused: 'red',
  revoked: 'red',
};

const verdictTones: Record<Verdict, Tone> = { approve: 'green', return: 'orange', reject: 'red' };

const sessionTones: Record<SessionStatus, Tone> = {
  planned: 'default',
  open: 'blue',
  closed: 'green',
  minuted: 'green',
};

const taskTones: Record<TaskStatus, Tone> = {
  open: 'default',
  claimed: 'blue',
  done: 'green',
  cancelled: 'default',
  overtaken: 'orange',
};

const paperTones: Record<Paper['status'], Tone> = {
  draft: 'default',
  signed: 'blue',
  numbered: 'blue',
  issued: 'green',
  corrected: 'orange',
  superseded: 'default',
  recalled: 'red',
};

export function DossierStatusTag({ status }: { status: DossierStatus }) {
  const { t } = useTranslation();
  return <Tag color={dossierTones[status]}>{t(`dossierStatus.${status}`)}</Tag>;
}

export function NominationStatusTag({ status }: { status: NominationStatus }) {
  const { t } = useTranslation();
  return <Tag color={nominationTones[status]}>{t(`nominationStatus.${status}`)}</Tag>;
}

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return <Tag color={verdictTones[verdict]}>{t(`verdict.${verdict}`)}</Tag>;
}

export function SessionStatusTag({ status }: { status: SessionStatus }) {
  const { t } = useTranslation();
  return <Tag color={sessionTones[status]}>{t(`sessionStatus.${status}`)}</Tag>;
}

export function TaskStatusTag({ status }: { status: TaskStatus }) {
  const { t } = useTranslation();
  return <Tag color={taskTones[status]}>{t(`taskStatus.${status}`)}</Tag>;
}

export function PaperStatusTag({ status }: { status: Paper['status'] }) {
  const { t } = useTranslation();
  return <Tag color={paperTones[status]}>{t(`paperStatus.${status}`)}</Tag>;
}
