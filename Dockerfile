# Standpoint on a server of your own. See "On a server" in README.md for how people and staff reach it.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Node.js is here already, and nothing else needs a script of its own.
RUN npm ci --omit=dev --ignore-scripts
COPY tsconfig.base.json ./
COPY build ./build
COPY core ./core
COPY client ./client
COPY server ./server
COPY templates ./templates
COPY data ./data
# Without the sources of the screens the program takes both as they are, and asks for no way to write to its folder.
RUN node build/both.ts && rm -r client

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
# The program belongs to root: who runs it can change its data and nothing else.
COPY --from=build /app ./
RUN mkdir --mode=700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080 8443
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT || 8080}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "server/main.js"]
