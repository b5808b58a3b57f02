import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePostings } from '../../queries/postings.ts';
import { LinkButton } from '../link-button.tsx';
import { CommentCounts, PostingWindow } from '../posting/posting-words.tsx';

/** Public postings of a dossier with how their comments stand; nothing for awards that are not posted. */
export function PostingCard({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const { data } = usePostings({ dossierId });
  if (!data || data.items.length === 0) return null;
  return (
    <Card size="small" title={t('posting.title')}>
      <ol className="plain">
        {data.items.map((posting) => (
          <li key={posting.id}>
            <span className="strong">{t(`level.${posting.level}`)}</span>: <PostingWindow posting={posting} />
            <div>
              <CommentCounts posting={posting} />
            </div>
            <p className="quiet">{posting.citation}</p>
            <Flex gap={8} wrap>
              {posting.endedAt === null && <a href={`/cong-khai/${posting.id}`}>{t('posting.public')}</a>}
              {posting.canModerate && (
                <LinkButton to={`/postings/${posting.id}`}>{t('posting.moderate')}</LinkButton>
              )}
            </Flex>
          </li>
        ))}
      </ol>
    </Card>
  );
}
