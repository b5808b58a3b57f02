import { App, Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail, SessionMember } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { ProxyDialog } from './proxy-dialog.tsx';
import { WrittenOpinionDialog } from './written-opinion-dialog.tsx';

/** Who is there. The secretary ticks the members present and records the written opinions of those who are not. */
export function Attendance({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { attendance } = useSessionCommands(session.id);
  const [changed, setChanged] = useState<string[] | null>(null);
  const [writing, setWriting] = useState<SessionMember | null>(null);
  const [appointing, setAppointing] = useState<SessionMember | null>(null);
  const stored = session.members.filter(({ present }) => present).map(({ person }) => person.id);
  const present = changed ?? stored;
  const editable = session.can.manage && session.status === 'open';

  const save = (ids: string[]) =>
    attendance.mutate(ids, {
      onSuccess: () => {
        setChanged(null);
        void message.success(
          t('session.attendanceSaved', { present: ids.length, total: session.members.length }),
        );
      },
    });

  return (
    <div className="stack">
      {editable && (
        <Flex gap={8} wrap>
          <Button onClick={() => setChanged(session.members.map(({ person }) => person.id))}>
            {t('session.allPresent')}
          </Button>
          <Button
            type="primary"
            disabled={changed === null}
            loading={attendance.isPending}
            onClick={() => save(present)}
          >
            {t('session.saveAttendance')}
          </Button>
        </Flex>
      )}
      {attendance.error !== null && <ProblemAlert error={attendance.error} />}
      <ul className="plain members">
        {session.members.map((member) => {
          const { person, capacity, hasWrittenOpinion, proxy } = member;
          const isPresent = present.includes(person.id);
          const words = (
            <>
              <span className="strong">{person.fullName}</span> – {t(`capacity.${capacity}`)}
            </>
          );
          return (
            <li key={person.id}>
              <Flex justify="space-between" gap={8} wrap align="center">
                {editable ? (
                  <Checkbox
                    checked={isPresent}
                    onChange={(event) =>
                      setChanged(
                        event.target.checked
                          ? [...present, person.id]
                          : present.filter((id) => id !== person.id),
                      )
                    }
                  >
                    {words}
                  </Checkbox>
                ) : (
                  <span>{words}</span>
                )}
                <Flex gap={8} align="center" wrap>
                  {proxy !== null && (
                    <ToneTag tone="blue">{t('session.proxy', { name: proxy.fullName })}</ToneTag>
                  )}
                  {hasWrittenOpinion && <ToneTag tone="blue">{t('session.hasWrittenOpinion')}</ToneTag>}
                  {!editable && (
                    <ToneTag tone={isPresent ? 'green' : 'plain'}>
                      {isPresent ? t('session.present') : t('session.absent')}
                    </ToneTag>
                  )}
                  {editable && !isPresent && (
                    <Button
                      size="small"
                      aria-label={t('session.opinionOf', { name: person.fullName })}
                      onClick={() => setWriting(member)}
                    >
                      {t('session.writtenOpinion')}
                    </Button>
                  )}
                  {session.can.appointProxies && !isPresent && !hasWrittenOpinion && (
                    <Button
                      size="small"
                      aria-label={t('session.proxyFor', { name: person.fullName })}
                      onClick={() => setAppointing(member)}
                    >
                      {t('session.proxyRecord')}
                    </Button>
                  )}
                </Flex>
              </Flex>
            </li>
          );
        })}
      </ul>
      <ProxyDialog session={session} member={appointing} onClose={() => setAppointing(null)} />
      <WrittenOpinionDialog session={session} member={writing} onClose={() => setWriting(null)} />
    </div>
  );
}
