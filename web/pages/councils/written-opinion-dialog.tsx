import { App, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, SessionDetail, SessionMember } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SignedPaperField } from '../../components/signed-paper-field.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { AgendaList } from './agenda-list.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';

export interface WrittenOpinionDialogProps {
  session: SessionDetail;
  /** The absent member whose opinion is recorded; null closes the dialog. */
  member: SessionMember | null;
  onClose: () => void;
}

/** Records what an absent member wrote, on every item, with the signed paper that says it. */
export function WrittenOpinionDialog({ session, member, onClose }: WrittenOpinionDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { writtenOpinion } = useSessionCommands(session.id);
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const items = session.items.filter(({ result }) => result === null);
  const first = items[0];
  const ballots = items.flatMap(({ id }) => {
    const choice = chosen[id];
    return choice === undefined ? [] : [{ agendaItemId: id, choice }];
  });

  const submit = () => {
    if (file === null || member === null || first === undefined) return;
    writtenOpinion.mutate(
      { personId: member.person.id, subject: first.subject, file, ballots },
      {
        onSuccess: () => {
          void message.success(t('session.opinionRecorded', { name: member.person.fullName }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      open={member !== null}
      width={720}
      title={member === null ? '' : t('session.opinionOf', { name: member.person.fullName })}
      okText={t('session.opinionSubmit')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        disabled: file === null || ballots.length < items.length,
        loading: writtenOpinion.isPending,
      }}
      onOk={submit}
      onCancel={onClose}
      afterClose={() => {
        setFile(null);
        setChosen({});
        writtenOpinion.reset();
      }}
      destroyOnHidden
    >
      <div className="stack">
        <SignedPaperField label={t('session.opinionPaper')} file={file} onChange={setFile} />
        <Flex justify="space-between" align="center" gap={8} wrap>
          <span>{t('ballot.left', { left: items.length - ballots.length, total: items.length })}</span>
          <Button onClick={() => setChosen(Object.fromEntries(items.map(({ id }) => [id, 'for'])))}>
            {t('ballot.markAll')}
          </Button>
        </Flex>
        <AgendaList items={items}>
          {(item) => (
            <ChoiceButtons
              item={item}
              value={chosen[item.id] ?? null}
              unsaved={false}
              disabled={writtenOpinion.isPending}
              onChange={(choice) => setChosen({ ...chosen, [item.id]: choice })}
            />
          )}
        </AgendaList>
        {writtenOpinion.error !== null && <ProblemAlert error={writtenOpinion.error} />}
      </div>
    </Modal>
  );
}
