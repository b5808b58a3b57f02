import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail, SessionMember } from '../../../api/contract/index.ts';
import { PersonSelect } from '../../components/person-select.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SignedPaperField } from '../../components/signed-paper-field.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

export interface ProxyDialogProps {
  session: SessionDetail;
  /** The absent member; null closes the dialog. */
  member: SessionMember | null;
  onClose: () => void;
}

/** Records who votes in an absent member's place, with the signed appointment. */
export function ProxyDialog({ session, member, onClose }: ProxyDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { appointProxy } = useSessionCommands(session.id);
  const [proxyId, setProxyId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const subject = session.items.find(({ result }) => result === null)?.subject;
  const submit = () => {
    if (member === null || proxyId === null || file === null || subject === undefined) return;
    appointProxy.mutate(
      { personId: member.person.id, subject, file, proxyId },
      {
        onSuccess: () => {
          void message.success(t('session.proxySaved', { name: member.person.fullName }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open={member !== null}
      title={t('session.proxyFor', { name: member?.person.fullName ?? '' })}
      okText={t('session.proxySubmit')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: proxyId === null || file === null, loading: appointProxy.isPending }}
      onOk={submit}
      onCancel={onClose}
      afterClose={() => {
        setProxyId(null);
        setFile(null);
        appointProxy.reset();
      }}
      destroyOnHidden
    >
      <div className="stack">
        <p>{t('session.proxyHelp')}</p>
        <PersonSelect
          label={t('session.proxyPerson')}
          value={proxyId}
          without={session.members.map(({ person }) => person.id)}
          onChange={setProxyId}
        />
        <SignedPaperField label={t('session.proxyPaper')} file={file} onChange={setFile} />
        {appointProxy.error !== null && <ProblemAlert error={appointProxy.error} />}
      </div>
    </Modal>
  );
}
