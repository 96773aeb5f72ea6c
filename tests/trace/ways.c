/* Talks to rtnetlink in every way that a program may: for tests/trace.py, which holds what
 * `nldissect trace` saw of it against what strace saw. */
#define _GNU_SOURCE
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

struct request {
	struct nlmsghdr header;
	struct rtgenmsg body;
	char padding[3];
};

static const struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
static char buffer[1 << 16];

static void check(int good, const char *what)
{
	if (!good) {
		perror(what);
		exit(1);
	}
}

static struct request request(unsigned int seq, int type)
{
	struct request r = {
		.header = { .nlmsg_len = NLMSG_LENGTH(sizeof(struct rtgenmsg)), .nlmsg_type = type,
			    .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP, .nlmsg_seq = seq },
		.body = { .rtgen_family = AF_UNSPEC },
	};
	return r;
}

static int open_socket(int type)
{
	int fd = socket(AF_NETLINK, type, NETLINK_ROUTE);

	check(fd >= 0, "socket");
	return fd;
}

static int ends(const void *data, ssize_t n)
{
	const struct nlmsghdr *h = data;

	for (; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n))
		if (h->nlmsg_type == NLMSG_DONE || h->nlmsg_type == NLMSG_ERROR)
			return 1;
	return 0;
}

/* Reads a dump to its end. */
static void drain(int fd)
{
	ssize_t n;

	do {
		n = recv(fd, buffer, sizeof(buffer), 0);
		check(n > 0, "recv");
	} while (!ends(buffer, n));
}

static void plain(int fd, unsigned int seq)
{
	struct request r = request(seq, RTM_GETLINK);

	check(send(fd, &r, r.header.nlmsg_len, 0) > 0, "send");
	drain(fd);
}

static void read_and_write(int fd)
{
	struct request r = request(2, RTM_GETADDR);
	struct iovec out[3] = { { &r, 7 }, { (char *)&r + 7, 5 }, { (char *)&r + 12, r.header.nlmsg_len - 12 } };
	struct iovec in[2] = { { buffer, 100 }, { buffer + 100, sizeof(buffer) - 100 } };
	ssize_t n;

	check(write(fd, &r, r.header.nlmsg_len) > 0, "write");
	n = read(fd, buffer, sizeof(buffer));
	check(n > 0, "read");
	if (!ends(buffer, n))
		drain(fd);
	r.header.nlmsg_seq++;
	check(writev(fd, out, 3) > 0, "writev");
	n = readv(fd, in, 2);
	check(n > 0, "readv");
	if (!ends(buffer, n))
		drain(fd);
}

static void peek(int fd)
{
	struct request r = request(4, RTM_GETLINK);
	struct sockaddr_nl from;
	socklen_t len = sizeof(from);
	struct iovec in = { buffer, 20 };
	struct msghdr m = { .msg_name = &from, .msg_namelen = sizeof(from), .msg_iov = &in, .msg_iovlen = 1 };
	ssize_t n;

	check(sendto(fd, &r, r.header.nlmsg_len, 0, (const void *)&kernel, sizeof(kernel)) > 0, "sendto");
	check(recv(fd, buffer, sizeof(buffer), MSG_PEEK | MSG_TRUNC) > 0, "peek");
	check(recvfrom(fd, NULL, 0, MSG_PEEK | MSG_TRUNC, (void *)&from, &len) > 0, "peek");
	n = recvfrom(fd, buffer, sizeof(buffer), 0, (void *)&from, &len);
	check(n > 0, "recvfrom");
	if (!ends(buffer, n))
		drain(fd);
	/* a buffer that is too small */
	r.header.nlmsg_seq++;
	check(sendto(fd, &r, r.header.nlmsg_len, 0, (const void *)&kernel, sizeof(kernel)) > 0, "sendto");
	check(recvmsg(fd, &m, 0) == 20 && (m.msg_flags & MSG_TRUNC), "recvmsg");
	drain(fd);
}

static void several(int fd)
{
	struct request r[2] = { request(6, RTM_GETLINK), request(7, 9999) };
	struct iovec out[2] = { { &r[0], r[0].header.nlmsg_len }, { &r[1], r[1].header.nlmsg_len } };
	static char space[8][8192];
	struct iovec in[8];
	struct mmsghdr m[8];
	int n;

	memset(m, 0, sizeof(m));
	for (int i = 0; i < 2; i++)
		m[i].msg_hdr = (struct msghdr){ .msg_name = (void *)&kernel, .msg_namelen = sizeof(kernel),
						.msg_iov = &out[i], .msg_iovlen = 1 };
	/* the dump first, so that the second is not refused as busy */
	check(sendmmsg(fd, m, 1, 0) == 1, "sendmmsg");
	for (int i = 0; i < 8; i++) {
		in[i] = (struct iovec){ space[i], sizeof(space[i]) };
		m[i].msg_hdr = (struct msghdr){ .msg_iov = &in[i], .msg_iovlen = 1 };
	}
	n = recvmmsg(fd, m, 8, MSG_WAITFORONE, NULL);
	check(n > 0, "recvmmsg");
	if (!ends(space[n - 1], m[n - 1].msg_len))
		drain(fd);
}

static void *in_thread(void *fd)
{
	plain(*(int *)fd, 20);
	return NULL;
}

/* A socket that comes through another one. */
static void passed(void)
{
	int pair[2], fd, got;
	char byte = 0, space[CMSG_SPACE(sizeof(int))];
	struct iovec one = { &byte, 1 };
	struct msghdr m = { .msg_iov = &one, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof(space) };
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);

	check(!socketpair(AF_UNIX, SOCK_STREAM, 0, pair), "socketpair");
	fd = open_socket(SOCK_RAW);
	memset(space, 0, sizeof(space));
	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &fd, sizeof(int));
	check(sendmsg(pair[0], &m, 0) == 1, "sendmsg");
	close(fd);
	/* others take its number and those behind it */
	check(open("/dev/null", O_RDONLY) >= 0 && open("/dev/null", O_RDONLY) >= 0, "open");
	check(recvmsg(pair[1], &m, 0) == 1, "recvmsg");
	memcpy(&got, CMSG_DATA(CMSG_FIRSTHDR(&m)), sizeof(int));
	plain(got, 30);
	close(got);
}

int main(int argc, char **argv)
{
	struct sockaddr_nl groups = { .nl_family = AF_NETLINK, .nl_groups = 1 };
	int fd, copy, on = 1, group = RTNLGRP_NEIGH;
	pthread_t thread;

	if (argc > 1) {
		/* a socket that was open before the program began */
		plain(atoi(argv[1]), 60);
		return 0;
	}
	fd = open_socket(SOCK_RAW);
	check(!bind(fd, (void *)&groups, sizeof(groups)), "bind");
	setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof(on));
	check(!setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof(group)), "setsockopt");
	plain(fd, 1);
	read_and_write(fd);
	peek(fd);
	several(fd);

	copy = dup2(fd, 40);
	check(copy == 40, "dup2");
	close(fd);
	/* what takes its number is no netlink */
	check(open("/dev/zero", O_RDONLY) == fd && read(fd, buffer, 64) == 64, "open");
	plain(copy, 10);
	fd = fcntl(copy, F_DUPFD, 50);
	check(fd >= 50, "fcntl");
	plain(fd, 11);
	check(!pthread_create(&thread, NULL, in_thread, &fd) && !pthread_join(thread, NULL), "thread");
	passed();
	if (!fork()) {
		char number[16];

		fd = open_socket(SOCK_RAW);
		plain(fd, 50);
		snprintf(number, sizeof(number), "%d", fd);
		execl("/proc/self/exe", argv[0], number, (char *)NULL);
		_exit(1);
	}
	check(wait(&on) > 0 && on == 0, "child");
	return 0;
}
