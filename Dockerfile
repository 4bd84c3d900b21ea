# The whole image has a compiler, for the SQLite driver; the one that runs does not.
FROM node:24-bookworm AS build
WORKDIR /bantam
COPY . .
RUN node apps/server/bin/build.js \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=file:/data/bantam.db \
    FILES_URL=file:/data/files
WORKDIR /bantam
COPY --from=build /bantam /bantam
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=32", "apps/server/dist/bantam.js", "--root", "/bantam"]
CMD ["serve"]
